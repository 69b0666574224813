@NullMarked
package org.putokaz.contact.address;

import org.jspecify.annotations.NullMarked;
