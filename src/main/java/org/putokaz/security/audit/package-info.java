@NullMarked
package org.putokaz.security.audit;

import org.jspecify.annotations.NullMarked;
