@NullMarked
package org.putokaz.common;

import org.jspecify.annotations.NullMarked;
