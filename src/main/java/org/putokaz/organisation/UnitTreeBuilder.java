package org.putokaz.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.time.date.Existence;

/** Builder of the tree of units as of a day. A unit whose parent did not exist on that day becomes a root. */
@ApplicationScoped
class UnitTreeBuilder {

    private final UnitRepository units;
    private final LiveEntryRepository entries;

    @Inject
    UnitTreeBuilder(UnitRepository units, LiveEntryRepository entries) {
        this.units = units;
        this.entries = entries;
    }

    UnitTree buildAsOf(LocalDate day, RequestContext request) {
        Map<UUID, DatedUnit> existing = new LinkedHashMap<>();
        for (LiveEntry entry : entries.findLive(units.findPossiblyExistingOn(day))) {
            UnitContent content = entries.content(entry, UnitContent.class);
            Existence existence = Existence.asOf(content.established(), content.dissolved(), day);
            if (existence != Existence.NONE) {
                existing.put(entry.id(), new DatedUnit(entry, content, existence));
            }
        }
        Map<@Nullable UUID, List<DatedUnit>> children = new HashMap<>();
        existing.values().forEach(unit -> {
            UUID parent = unit.content().parent();
            UUID knownParent = parent != null && existing.containsKey(parent) ? parent : null;
            children.computeIfAbsent(knownParent, none -> new ArrayList<>()).add(unit);
        });
        EntryLocaliser localiser = new EntryLocaliser(request);
        List<UnitTree.Node> roots = toNodes(children, null, "/data", localiser, request.language());
        request.validity().addChangeAt(entries.feedState().changedAt());
        return new UnitTree(day, roots, localiser.localisation());
    }

    private record DatedUnit(LiveEntry entry, UnitContent content, Existence existence) {}

    private static List<UnitTree.Node> toNodes(
            Map<@Nullable UUID, List<DatedUnit>> children,
            @Nullable UUID parent,
            String pointer,
            EntryLocaliser localiser,
            Language language) {
        List<UnitTree.Node> nodes = new ArrayList<>();
        for (DatedUnit unit : children.getOrDefault(parent, List.of())) {
            String at = pointer + "/" + nodes.size();
            UnitContent content = unit.content();
            localiser.withOutdated(unit.entry().outdatedIn(language).stream()
                    .map(text -> at + text)
                    .toList());
            nodes.add(new UnitTree.Node(
                    unit.entry().id(),
                    unit.entry().slug(),
                    localiser.required(at + "/name", Objects.requireNonNull(content.name())),
                    localiser.text(at + "/shortName", content.shortName()),
                    Objects.requireNonNull(content.kind()),
                    unit.existence(),
                    localiser.date(content.established()),
                    localiser.date(content.dissolved()),
                    SelfLink.of(UnitFamily.NAME, unit.entry().slug()),
                    toNodes(children, unit.entry().id(), at + "/children", localiser, language)));
        }
        return nodes;
    }
}
