/** What the tests of several modules share. */
package io.hcdc.testkit;
