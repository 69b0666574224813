@NullMarked
package org.putokaz.http.edge;

import org.jspecify.annotations.NullMarked;
