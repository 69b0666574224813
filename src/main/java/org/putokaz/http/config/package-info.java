@NullMarked
package org.putokaz.http.config;

import org.jspecify.annotations.NullMarked;
