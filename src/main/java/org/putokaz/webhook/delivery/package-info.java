@NullMarked
package org.putokaz.webhook.delivery;

import org.jspecify.annotations.NullMarked;
