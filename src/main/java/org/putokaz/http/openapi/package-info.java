@NullMarked
package org.putokaz.http.openapi;

import org.jspecify.annotations.NullMarked;
