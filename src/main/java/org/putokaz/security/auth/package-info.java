@NullMarked
package org.putokaz.security.auth;

import org.jspecify.annotations.NullMarked;
