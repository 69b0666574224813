@NullMarked
package org.putokaz.webhook.management;

import org.jspecify.annotations.NullMarked;
