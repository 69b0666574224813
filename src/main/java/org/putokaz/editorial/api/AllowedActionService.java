package org.putokaz.editorial.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.putokaz.editorial.entry.EditorialEntry;
import org.putokaz.editorial.entry.EditorialEntryRepository;
import org.putokaz.editorial.entry.EntryAction;
import org.putokaz.editorial.entry.RevisionState;
import org.putokaz.editorial.entry.TransitionRules;
import org.putokaz.editorial.publish.StepPreconditions;
import org.putokaz.editorial.schedule.ScheduleRepository;
import org.putokaz.problem.ProblemException;
import org.putokaz.problem.ProblemType;
import org.putokaz.security.Actor;
import org.putokaz.security.CurrentActor;
import org.putokaz.security.Role;

/**
 * Actions that the current actor may do now on entries. Neither roles nor states are decided here: the roles are those
 * of the {@code @RolesAllowed} of {@link EntriesResource}, and a state allows an action when the method that would
 * refuse the request does not. The content is not looked at. Three queries for any number of entries.
 */
@ApplicationScoped
class AllowedActionService {

    private static final Map<EntryAction, Role> REQUIRED_ROLES = requiredRoles();

    private final EditorialEntryRepository entries;
    private final ScheduleRepository schedules;
    private final StepPreconditions preconditions;
    private final CurrentActor actor;

    @Inject
    AllowedActionService(
            EditorialEntryRepository entries,
            ScheduleRepository schedules,
            StepPreconditions preconditions,
            CurrentActor actor) {
        this.entries = entries;
        this.schedules = schedules;
        this.preconditions = preconditions;
        this.actor = actor;
    }

    /** Entry with what decides beside its own state. */
    private record Candidate(
            EditorialEntry entry, RevisionState newest, Set<String> authors, boolean isScheduled, Actor actor) {}

    List<EntryAction> find(EditorialEntry entry) {
        return Objects.requireNonNull(find(List.of(entry)).get(entry.id));
    }

    /** The allowed actions by entry. */
    Map<UUID, List<EntryAction>> find(Collection<EditorialEntry> candidates) {
        Set<UUID> ids = Set.copyOf(candidates.stream().map(entry -> entry.id).toList());
        Map<UUID, RevisionState> newest = entries.newestRevisionStates(ids);
        Map<UUID, Set<String>> authors = entries.unpublishedRevisionAuthors(ids);
        Set<UUID> scheduled = schedules.findPendingOwners(ids);
        Actor by = actor.get();
        Map<UUID, List<EntryAction>> allowed = new HashMap<>();
        for (EditorialEntry entry : candidates) {
            Candidate candidate = new Candidate(
                    entry,
                    Objects.requireNonNull(newest.get(entry.id)),
                    authors.getOrDefault(entry.id, Set.of()),
                    scheduled.contains(entry.id),
                    by);
            allowed.put(entry.id, allowedActions(candidate));
        }
        return allowed;
    }

    private List<EntryAction> allowedActions(Candidate candidate) {
        return Arrays.stream(EntryAction.values())
                .filter(action -> candidate.actor.role().atLeast(Objects.requireNonNull(REQUIRED_ROLES.get(action))))
                .filter(action -> isAllowed(action, candidate))
                .toList();
    }

    private boolean isAllowed(EntryAction action, Candidate candidate) {
        try {
            requireAllowed(action, candidate);
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private void requireAllowed(EntryAction action, Candidate candidate) {
        EditorialEntry entry = candidate.entry;
        switch (action) {
            case SAVE, WITHDRAW_FOR_SAFETY -> {}
            case PATCH, RESTORE, PREVIEW -> candidate.newest.requireNotRedacted();
            case SUBMIT -> TransitionRules.requireSubmittable(entry, candidate.newest);
            case APPROVE ->
                TransitionRules.requireApprovable(entry, candidate.newest, candidate.authors, candidate.actor);
            case REJECT -> TransitionRules.requireRejectable(entry);
            case PUBLISH, SCHEDULE_PUBLISH -> preconditions.requirePublishable(entry, candidate.newest);
            case WITHDRAW, SCHEDULE_WITHDRAW -> TransitionRules.requirePublished(entry, null);
            case UNSCHEDULE -> requireScheduled(candidate);
        }
    }

    private static void requireScheduled(Candidate candidate) {
        if (!candidate.isScheduled) {
            throw ProblemType.NOT_FOUND.because("no-such-schedule");
        }
    }

    private static Map<EntryAction, Role> requiredRoles() {
        Map<EntryAction, Role> roles = new EnumMap<>(EntryAction.class);
        for (EntryAction action : EntryAction.values()) {
            roles.put(action, requiredRole(operation(action)));
        }
        return roles;
    }

    private static Role requiredRole(String operation) {
        Method method = Arrays.stream(EntriesResource.class.getDeclaredMethods())
                .filter(declared -> declared.getName().equals(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no operation " + operation));
        RolesAllowed allowed = Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .orElseGet(() -> EntriesResource.class.getAnnotation(RolesAllowed.class));
        return Role.highestOf(Set.of(allowed.value())).orElseThrow();
    }

    /** The method of {@link EntriesResource} that serves an action. */
    private static String operation(EntryAction action) {
        return switch (action) {
            case SAVE -> "replace";
            case PATCH -> "patch";
            case RESTORE -> "restore";
            case PREVIEW -> "preview";
            case SUBMIT -> "submit";
            case APPROVE -> "approve";
            case REJECT -> "reject";
            case PUBLISH -> "publish";
            case WITHDRAW, WITHDRAW_FOR_SAFETY -> "withdraw";
            case SCHEDULE_PUBLISH, SCHEDULE_WITHDRAW -> "schedule";
            case UNSCHEDULE -> "unschedule";
        };
    }
}
