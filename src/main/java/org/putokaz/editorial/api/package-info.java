@NullMarked
package org.putokaz.editorial.api;

import org.jspecify.annotations.NullMarked;
