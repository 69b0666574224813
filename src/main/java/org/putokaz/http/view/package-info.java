@NullMarked
package org.putokaz.http.view;

import org.jspecify.annotations.NullMarked;
