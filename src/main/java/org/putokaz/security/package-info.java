/**
 * Who may do what, and the trail of who did what: tokens of this service, people's logins over OIDC, four roles, and an
 * audit trail whose chain of hashes shows when somebody has been at it.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.security;
