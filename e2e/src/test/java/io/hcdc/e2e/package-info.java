/** What the program owes its users, proved on a real engine with the packaged program: one class per topic. */
package io.hcdc.e2e;
