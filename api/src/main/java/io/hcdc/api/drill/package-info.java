/** What a component offers so that its loss can be drilled: roles, paths to them, a workload, where possible with a ledger, and its own evidence. */
package io.hcdc.api.drill;
