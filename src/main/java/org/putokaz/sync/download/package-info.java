@NullMarked
package org.putokaz.sync.download;

import org.jspecify.annotations.NullMarked;
