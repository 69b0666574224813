@NullMarked
package org.putokaz.live.entity;

import org.jspecify.annotations.NullMarked;
