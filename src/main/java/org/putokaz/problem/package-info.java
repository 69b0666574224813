/**
 * Model of failures, in plain Java. A parser of a single value throws {@link org.putokaz.problem.InvalidValueException}
 * with a {@link org.putokaz.problem.Message}; the caller, which knows where the value came from, makes a
 * {@link org.putokaz.problem.Violation} of it. Every refusal is a {@link org.putokaz.problem.ProblemException} of a
 * {@link org.putokaz.problem.ProblemType}, which decides status and code. The texts are added when it is written.
 */
@org.jspecify.annotations.NullMarked
package org.putokaz.problem;
