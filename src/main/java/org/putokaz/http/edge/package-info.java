/**
 * Vert.x layer around the REST layer. Each request enters {@link org.putokaz.http.edge.EdgeHandler}, which adds the
 * {@link org.putokaz.http.edge.SecurityHeaders}, has the target checked by
 * {@link org.putokaz.http.edge.RequestTargetValidator}, answers CORS preflights and unknown paths, and passes on the
 * rest. What fails outside the REST layer is written by {@link org.putokaz.http.edge.VertxProblemWriter}.
 */
@NullMarked
package org.putokaz.http.edge;

import org.jspecify.annotations.NullMarked;
