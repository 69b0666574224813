package org.putokaz.editorial.activity;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Action of the audit trail that editors are told of, with the message that says it in words. */
enum ActivityKind {
    SAVED("saved", "activity-saved"),
    SUBMITTED("submitted", "activity-submitted"),
    APPROVED("approved", "activity-approved"),
    REJECTED("rejected", "activity-rejected"),
    COMMENTED("commented", "activity-commented"),
    PREVIEWED("preview-link-made", "activity-preview-link-made"),
    PUBLISHED("published", "activity-published"),
    WITHDRAWN("withdrawn", "activity-withdrawn"),
    TEXT_DESTROYED("text-destroyed", "activity-text-destroyed"),
    SCHEDULED("scheduled", "activity-scheduled"),
    UNSCHEDULED("unscheduled", "activity-unscheduled"),
    SCHEDULE_FAILED("schedule-failed", "activity-schedule-failed"),
    PUBLISHED_BY_PACK("published-by-pack", "activity-published-by-pack"),
    WITHDRAWN_BY_PACK("withdrawn-elsewhere", "activity-withdrawn-elsewhere"),
    SET_CREATED("set-created", "activity-set-created"),
    SET_CHANGED("set-changed", "activity-set-changed"),
    SET_CANCELLED("set-cancelled", "activity-set-cancelled"),
    SET_SCHEDULED("set-scheduled", "activity-set-scheduled"),
    SET_UNSCHEDULED("set-unscheduled", "activity-set-unscheduled"),
    SET_FAILED("set-failed", "activity-set-failed"),
    SET_PUBLISHED("set-published", "activity-set-published"),
    IMPORTED("imported", "activity-imported");

    private static final Map<String, ActivityKind> BY_ACTION =
            Arrays.stream(values()).collect(Collectors.toMap(ActivityKind::action, Function.identity()));

    private final String action;
    private final String messageCode;

    ActivityKind(String action, String messageCode) {
        this.action = action;
        this.messageCode = messageCode;
    }

    /** @throws NullPointerException when editors are not told of the action */
    static ActivityKind of(String action) {
        return Objects.requireNonNull(BY_ACTION.get(action), action);
    }

    /** The name in the audit trail. */
    String action() {
        return action;
    }

    /** Code of the message; its arguments are the actor, the name of the entry or set, a number, and a time or reason. */
    String messageCode() {
        return messageCode;
    }
}
