@NullMarked
package org.putokaz.webhook.api;

import org.jspecify.annotations.NullMarked;
