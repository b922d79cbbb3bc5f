/** What should be: a stack with every name, port and address resolved. Pure values, made from a spec without side effects. */
package io.hcdc.core.stack;
