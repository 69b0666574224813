/**
 * Security model shared by all packages: roles, actors and the identity of the current request (docs/decisions/0011).
 *
 * <p>A credential is verified in {@code security.auth}, which yields a {@link
 * org.putokaz.security.SecurityIdentities security identity} with an {@link org.putokaz.security.Actor} and a {@link
 * org.putokaz.security.Role}. Resources declare the role they need, and services take the {@link
 * org.putokaz.security.CurrentActor}. {@code security.token} manages API tokens, and {@code security.audit} records who
 * did what. {@code AppendOnlyAudit} makes the database itself refuse changes of that record.
 */
@NullMarked
package org.putokaz.security;

import org.jspecify.annotations.NullMarked;
