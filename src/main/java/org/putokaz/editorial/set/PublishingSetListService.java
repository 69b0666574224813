package org.putokaz.editorial.set;

import org.putokaz.http.paging.CursorCodec;
import org.putokaz.http.paging.PageInfo;
import org.putokaz.live.read.LiveEntryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists publishing sets, the youngest first. */
@ApplicationScoped
class PublishingSetListService {

    private final PublishingSetRepository sets;
    private final LiveEntryRepository live;

    @Inject
    PublishingSetListService(PublishingSetRepository sets, LiveEntryRepository live) {
        this.sets = sets;
        this.live = live;
    }

    @Transactional
    PublishingSetPage page(PublishingSetListParameters filter) {
        int limit = filter.pageSize();
        CursorCodec cursors = new CursorCodec(live.feedState().cursorKey().getBytes(StandardCharsets.UTF_8));
        List<PublishingSet> found = sets.findNewest(filter.requestedStatus(), before(cursors, filter), limit + 1);
        List<PublishingSet> shown = found.stream().limit(limit).toList();
        Map<UUID, Integer> sizes = sets.memberCounts(shown.stream().map(set -> set.id).toList());
        return new PublishingSetPage(
                shown.stream()
                        .map(set -> PublishingSetSummary.of(set, sizes.getOrDefault(set.id, 0)))
                        .toList(),
                new PageInfo(limit, found.size() > limit ? next(cursors, filter, found.get(limit - 1)) : null, null));
    }

    private static @Nullable UUID before(CursorCodec cursors, PublishingSetListParameters filter) {
        return filter.cursor() == null
                ? null
                : UUID.fromString(
                        cursors.decode(filter.cursor(), filter.identity(), "").get(0));
    }

    private static String next(CursorCodec cursors, PublishingSetListParameters filter, PublishingSet last) {
        return cursors.encode(new CursorCodec.Cursor(filter.identity(), "", List.of(last.id.toString())));
    }
}
