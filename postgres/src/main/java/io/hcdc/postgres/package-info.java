/** PostgreSQL: one primary with one database for one application. */
package io.hcdc.postgres;
