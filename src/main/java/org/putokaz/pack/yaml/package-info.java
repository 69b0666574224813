@NullMarked
package org.putokaz.pack.yaml;

import org.jspecify.annotations.NullMarked;
