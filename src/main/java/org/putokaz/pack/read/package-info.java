@NullMarked
package org.putokaz.pack.read;

import org.jspecify.annotations.NullMarked;
