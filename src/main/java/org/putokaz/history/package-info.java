/** History events: how the institution came to be what it is, on dates that are known as well as they are known. */
@org.jspecify.annotations.NullMarked
package org.putokaz.history;
