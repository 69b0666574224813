@NullMarked
package org.putokaz.time.date;

import org.jspecify.annotations.NullMarked;
