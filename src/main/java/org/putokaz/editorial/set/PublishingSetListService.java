package org.putokaz.editorial.set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.paging.KeysetPager;
import org.putokaz.live.read.LiveEntryRepository;

/** List of the publishing sets, the newest first. */
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
    PublishingSetPage page(PublishingSetListParameters parameters) {
        PublishingSetStatus status = parameters.requestedStatus();
        KeysetPager pager = parameters.page().pager(live.feedState().cursorKey(), parameters.queryText());
        KeysetPager.Page<PublishingSet> page =
                pager.page(sets.findNewest(status, idOf(pager.after()), pager.fetchSize()), set -> set.id.toString());
        Map<UUID, Integer> memberCounts =
                sets.memberCounts(page.rows().stream().map(set -> set.id).toList());
        List<PublishingSetSummary> summaries = page.rows().stream()
                .map(set -> PublishingSetSummary.of(set, memberCounts.getOrDefault(set.id, 0)))
                .toList();
        return new PublishingSetPage(summaries, page.info());
    }

    private static @Nullable UUID idOf(@Nullable String key) {
        return key == null ? null : UUID.fromString(key);
    }
}
