/** What a round's history shows: each record here is one question, answered by its own pure function of the history. */
package io.hcdc.core.drill.judge;
