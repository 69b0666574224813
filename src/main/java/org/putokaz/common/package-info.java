/**
 * Small building blocks without a subject of their own that any package may use: ids
 * ({@link org.putokaz.common.UuidV7}), digests ({@link org.putokaz.common.Sha256}), enumerations with a spelling for
 * JSON and URLs ({@link org.putokaz.common.WireEnum}), and the thread of a background job
 * ({@link org.putokaz.common.BackgroundWorker}).
 */
@NullMarked
package org.putokaz.common;

import org.jspecify.annotations.NullMarked;
