@NullMarked
package org.putokaz.http.problem;

import org.jspecify.annotations.NullMarked;
