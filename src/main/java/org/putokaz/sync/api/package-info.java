@NullMarked
package org.putokaz.sync.api;

import org.jspecify.annotations.NullMarked;
