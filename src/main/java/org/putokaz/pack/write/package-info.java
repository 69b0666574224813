@NullMarked
package org.putokaz.pack.write;

import org.jspecify.annotations.NullMarked;
