/**
 * What can go wrong, in plain Java: every failure the service answers with is a {@link org.putokaz.problem.ProblemType},
 * so that its status, code and wording are said in one place.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.problem;
