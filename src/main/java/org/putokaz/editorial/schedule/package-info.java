@NullMarked
package org.putokaz.editorial.schedule;

import org.jspecify.annotations.NullMarked;
