/** The answer cache: a follower of the feed that holds public answers ready to be sent (docs/decisions/0020). */
@org.jspecify.annotations.NullMarked
package org.putokaz.cache;
