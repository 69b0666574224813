@NullMarked
package org.putokaz.webhook.transport;

import org.jspecify.annotations.NullMarked;
