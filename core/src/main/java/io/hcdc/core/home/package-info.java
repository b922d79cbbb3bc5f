/** The folder in which a stack keeps what was rendered for it, its secrets, its trust store and its drills' records. */
package io.hcdc.core.home;
