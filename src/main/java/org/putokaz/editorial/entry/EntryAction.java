package org.putokaz.editorial.entry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Action of an actor on an entry: one request of the editorial API, of which the newest revision is meant. */
@Schema(name = "EntryAction")
public enum EntryAction implements WireEnum {
    /** Replace the content, {@code PUT}. */
    SAVE,
    /** Change part of the content, {@code PATCH}. */
    PATCH,
    /** Save an earlier revision as a new draft. */
    RESTORE,
    /** Make a preview link. */
    PREVIEW,
    SUBMIT,
    APPROVE,
    REJECT,
    PUBLISH,
    /** Withdraw what is published, for any reason. */
    WITHDRAW,
    /** Withdraw for the reason {@code safety}, which also removes the text of what is not published. */
    WITHDRAW_FOR_SAFETY,
    /** Schedule the publication. */
    SCHEDULE_PUBLISH,
    /** Schedule the withdrawal. */
    SCHEDULE_WITHDRAW,
    /** Cancel the pending schedule. */
    UNSCHEDULE
}
