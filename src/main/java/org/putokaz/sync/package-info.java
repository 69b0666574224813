/**
 * What partners keep a copy by: the change feed and the event stream. A partner starts from nothing or from a token, may lose
 * the line at any moment, and ends with exactly our state.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.sync;
