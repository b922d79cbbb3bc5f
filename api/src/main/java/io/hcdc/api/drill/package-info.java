/** What a component offers so that its loss can be drilled: roles, a workload with a ledger, and its own evidence. */
package io.hcdc.api.drill;
