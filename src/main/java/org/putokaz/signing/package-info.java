/**
 * What lets somebody who got our content by another way be sure that it is ours and whole: Ed25519 keys that change
 * without a gap, the set of them that anybody can read, and signatures (JWS) made with them. See docs/decisions/0018.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.signing;
