/** What is to be done in a drill, and what it must show: values, however they were written down. */
package io.hcdc.core.drill.spec;
