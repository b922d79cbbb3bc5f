/** What is kept of drills: what was to be done and on what, what was found; read again without stack or engine. */
package io.hcdc.core.drill.archive;
