/**
 * Failures as the REST layer answers them. {@link org.putokaz.http.problem.ProblemExceptionMappers} turns each
 * exception into a {@link org.putokaz.problem.ProblemException}; {@link org.putokaz.http.problem.ProblemSerializer}
 * writes it as a {@link org.putokaz.http.problem.ProblemDocument} (RFC 9457) with texts from the
 * {@link org.putokaz.http.problem.MessageCatalogue}. {@link org.putokaz.http.problem.DatabaseUnavailable} tells what is
 * worth another try.
 */
@NullMarked
package org.putokaz.http.problem;

import org.jspecify.annotations.NullMarked;
