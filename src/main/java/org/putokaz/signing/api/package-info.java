@NullMarked
package org.putokaz.signing.api;

import org.jspecify.annotations.NullMarked;
