/** An LDAP directory with a test user in it. */
package io.hcdc.ldap;
