package org.putokaz.organisation;

import org.putokaz.http.request.RequestContext;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.http.view.SelfLink;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.time.date.Existence;
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

/** Builds the tree of units as of a day. A unit whose parent did not exist on that day stands at the top. */
@ApplicationScoped
class UnitTreeBuilder {

    private final UnitRepository units;
    private final LiveEntryRepository entries;

    @Inject
    UnitTreeBuilder(UnitRepository units, LiveEntryRepository entries) {
        this.units = units;
        this.entries = entries;
    }

    UnitTree buildAsOf(LocalDate day, RequestContext reader) {
        Map<UUID, DatedUnit> standing = new LinkedHashMap<>();
        for (LiveEntry entry : entries.findLive(units.findPossiblyExistingOn(day))) {
            UnitContent content = entries.content(entry, UnitContent.class);
            Existence existence = Existence.asOf(content.established(), content.dissolved(), day);
            if (existence != Existence.NONE) {
                standing.put(entry.id(), new DatedUnit(entry, content, existence));
            }
        }
        Map<@Nullable UUID, List<DatedUnit>> below = new HashMap<>();
        standing.values().forEach(unit -> {
            UUID parent = unit.content().parent();
            UUID above = parent != null && standing.containsKey(parent) ? parent : null;
            below.computeIfAbsent(above, none -> new ArrayList<>()).add(unit);
        });
        EntryLocaliser reading = new EntryLocaliser(reader);
        List<UnitTree.Node> roots = nodes(below, null, "/data", reading);
        reader.validity().addChangeAt(entries.feedState().changedAt());
        return new UnitTree(day, roots, reading.localisation());
    }

    private record DatedUnit(LiveEntry entry, UnitContent content, Existence existence) {}

    private static List<UnitTree.Node> nodes(
            Map<@Nullable UUID, List<DatedUnit>> below, @Nullable UUID parent, String pointer, EntryLocaliser reading) {
        List<UnitTree.Node> nodes = new ArrayList<>();
        for (DatedUnit unit : below.getOrDefault(parent, List.of())) {
            String at = pointer + "/" + nodes.size();
            UnitContent content = unit.content();
            nodes.add(new UnitTree.Node(
                    unit.entry().id(),
                    unit.entry().slug(),
                    reading.required(at + "/name", Objects.requireNonNull(content.name())),
                    reading.text(at + "/shortName", content.shortName()),
                    Objects.requireNonNull(content.kind()),
                    unit.existence(),
                    reading.date(content.established()),
                    reading.date(content.dissolved()),
                    SelfLink.of(UnitFamily.NAME, unit.entry().slug()),
                    nodes(below, unit.entry().id(), at + "/children", reading)));
        }
        return nodes;
    }
}
