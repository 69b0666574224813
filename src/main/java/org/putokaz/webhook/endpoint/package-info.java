@NullMarked
package org.putokaz.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
