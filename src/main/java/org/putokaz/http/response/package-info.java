@NullMarked
package org.putokaz.http.response;

import org.jspecify.annotations.NullMarked;
