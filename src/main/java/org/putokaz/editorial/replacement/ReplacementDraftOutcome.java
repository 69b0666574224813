package org.putokaz.editorial.replacement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.common.WireEnum;

/** Outcome of cancelling a publishing set for a draft that the set had made. */
@Schema(name = "ReplacementDraftOutcome")
public enum ReplacementDraftOutcome implements WireEnum {
    /** The text before the draft is the newest revision again. */
    RESTORED("replacement-draft-restored"),
    /** The draft stays, as the request asked for. */
    KEPT_ON_REQUEST("replacement-draft-kept"),
    /** The draft stays because a later revision was saved. */
    KEPT_EDITED("replacement-draft-edited"),
    /** The draft was published. */
    KEPT_PUBLISHED("replacement-draft-published"),
    /** The draft stays because another publishing set or a schedule publishes it. */
    KEPT_PLANNED("replacement-draft-planned"),
    /** The draft stays because the text before it may not be saved any more, or was destroyed. */
    KEPT_REFUSED("replacement-draft-not-restorable");

    private final String messageCode;

    ReplacementDraftOutcome(String messageCode) {
        this.messageCode = messageCode;
    }

    /** Code of the message that explains the outcome to editors. */
    String messageCode() {
        return messageCode;
    }
}
