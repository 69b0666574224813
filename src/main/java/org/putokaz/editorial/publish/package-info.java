/**
 * Publication and withdrawal of entries.
 *
 * <p>A request becomes a {@link org.putokaz.editorial.publish.PublicationStep}. {@link
 * org.putokaz.editorial.publish.PublishEntryService} executes a single one and {@link
 * org.putokaz.editorial.publish.PublicationService} several in one transaction: {@link
 * org.putokaz.editorial.publish.StepPreconditions} checks the states of the entries, {@link
 * org.putokaz.editorial.publish.PublicationGate} their texts, the published store applies the changes, and {@link
 * org.putokaz.editorial.publish.PublicationRecorder} writes states and audit events. Steps for later are stored by
 * {@link org.putokaz.editorial.publish.PlannedStepRepository}.
 */
@NullMarked
package org.putokaz.editorial.publish;

import org.jspecify.annotations.NullMarked;
