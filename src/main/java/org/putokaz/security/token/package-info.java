@NullMarked
package org.putokaz.security.token;

import org.jspecify.annotations.NullMarked;
