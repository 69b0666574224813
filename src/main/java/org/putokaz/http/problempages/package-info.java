@NullMarked
package org.putokaz.http.problempages;

import org.jspecify.annotations.NullMarked;
