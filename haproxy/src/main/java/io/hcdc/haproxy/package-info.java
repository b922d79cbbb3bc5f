/** HAProxy in front of an application's nodes, and a demo application for a stack that has none yet. */
package io.hcdc.haproxy;
