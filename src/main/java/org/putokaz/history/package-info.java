/**
 * Content family of the history events, whose dates may be partial (EDTF). {@code EventFamily} validates {@code
 * EventContent} and writes its index row {@code EventEntity}; {@code EventResource} lists the rows that {@code
 * EventListParameters} select and gives each as an {@code EventView}.
 */
@NullMarked
package org.putokaz.history;

import org.jspecify.annotations.NullMarked;
