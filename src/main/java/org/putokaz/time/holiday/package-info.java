@NullMarked
package org.putokaz.time.holiday;

import org.jspecify.annotations.NullMarked;
