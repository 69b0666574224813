@NullMarked
package org.putokaz.http.request;

import org.jspecify.annotations.NullMarked;
