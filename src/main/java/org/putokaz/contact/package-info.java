/**
 * The ways in which somebody can be reached. A wrong digit or a look-alike letter here costs a call for help, so every
 * value is read strictly once, when an editor types it, and is never guessed at afterwards.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.contact;
