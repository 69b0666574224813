@NullMarked
package org.putokaz.time.hours;

import org.jspecify.annotations.NullMarked;
