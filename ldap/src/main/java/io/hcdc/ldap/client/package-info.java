/**
 * As much of LDAPv3 (RFC 4511) as it takes to log in and look something up. The JDK's own client is made for long-lived
 * programs: it takes what to trust only from static state, and more time to load than a question takes to be answered.
 */
package io.hcdc.ldap.client;
