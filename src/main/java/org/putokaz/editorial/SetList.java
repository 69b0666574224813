package org.putokaz.editorial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Cursors;
import org.putokaz.http.PageInfo;
import org.putokaz.live.LiveEntries;

/** Lists publishing sets, the youngest first. */
@ApplicationScoped
class SetList {

    private final PublishingSets sets;
    private final LiveEntries live;

    @Inject
    SetList(PublishingSets sets, LiveEntries live) {
        this.sets = sets;
        this.live = live;
    }

    @Transactional
    SetPage page(SetFilter filter) {
        int limit = filter.pageSize();
        Cursors cursors = new Cursors(live.feed().cursorKey().getBytes(StandardCharsets.UTF_8));
        List<PublishingSet> found = sets.newest(filter.wanted(), before(cursors, filter), limit + 1);
        List<PublishingSet> shown = found.stream().limit(limit).toList();
        Map<UUID, Integer> sizes = sets.sizes(shown.stream().map(set -> set.id).toList());
        return new SetPage(
                shown.stream()
                        .map(set -> SetSummary.of(set, sizes.getOrDefault(set.id, 0)))
                        .toList(),
                new PageInfo(limit, found.size() > limit ? next(cursors, filter, found.get(limit - 1)) : null, null));
    }

    private static @Nullable UUID before(Cursors cursors, SetFilter filter) {
        return filter.cursor() == null
                ? null
                : UUID.fromString(
                        cursors.read(filter.cursor(), filter.identity(), "").get(0));
    }

    private static String next(Cursors cursors, SetFilter filter, PublishingSet last) {
        return cursors.write(new Cursors.Place(filter.identity(), "", List.of(last.id.toString())));
    }
}
