@NullMarked
package org.putokaz.sync.push;

import org.jspecify.annotations.NullMarked;
