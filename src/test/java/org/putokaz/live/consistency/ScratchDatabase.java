package org.putokaz.live.consistency;

import org.putokaz.fixture.Publishing;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.live.write.ChangeResult;
import org.putokaz.live.write.PublicationRejectedException;
import org.putokaz.live.write.StoreChange;
import org.putokaz.problem.Violation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a test publishes for itself and takes back when it ends, for all tests share one store. */
@ApplicationScoped
public class ScratchDatabase {

    public static final String UNITS = "organisational-units";
    public static final String EVENTS = "history-events";
    public static final String CHANNELS = "contact-channels";
    public static final String GUIDES = "help-guides";

    private static final AtomicInteger SLUGS = new AtomicInteger();
    private static final int CHUNK = 500;

    @Inject
    Publishing publishing;

    @Inject
    LiveEntryRepository entries;

    @Inject
    EntryCache recent;

    private final ConcurrentLinkedQueue<UUID> published = new ConcurrentLinkedQueue<>();

    /** A slug that no entry ever had: slugs are taken for ever, so no two tests may share one. */
    public static String slug(String stem) {
        return stem + "-" + SLUGS.incrementAndGet();
    }

    /** The content of a unit; whatever is added stands in place of what a unit has anyway. */
    public static String unit(String... more) {
        return json("'name': {'sr-Cyrl': 'Канцеларија', 'en': 'Office'}, 'kind': 'office', 'sortOrder': 900", more);
    }

    public static String event(String... more) {
        return json("'date': '2020', 'title': {'sr-Cyrl': 'Догађај'}, 'category': 'milestone'", more);
    }

    public static String channel(UUID unit, String kind, String value, String... more) {
        return json(
                "'unit': '" + unit + "', 'kind': '" + kind + "', 'value': '" + value
                        + "', 'label': {'sr-Cyrl': 'Веза'}, 'purposes': ['general'], 'rank': 900",
                more);
    }

    public static String guide(String steps, String... more) {
        return json(
                "'title': {'sr-Cyrl': 'Водич'}, 'audience': 'witness', 'sortOrder': 900, 'steps': [" + steps + "]",
                more);
    }

    public static String step(UUID id, String slug, String... more) {
        return json(
                "'id': '" + id + "', 'slug': '" + slug
                        + "', 'title': {'sr-Cyrl': 'Корак'}, 'body': {'sr-Cyrl': 'Учини то.'}",
                more);
    }

    private static String json(String usual, String... more) {
        return Stream.concat(Stream.of(usual), Arrays.stream(more)).collect(Collectors.joining(", ", "{", "}"));
    }

    public UUID publish(String family, String slug, String content) {
        UUID id = Publishing.newId();
        apply(change(family, id, slug, content));
        return id;
    }

    public ChangeResult publish(String family, UUID id, String slug, String content) {
        return apply(change(family, id, slug, content)).get(0);
    }

    public StoreChange change(String family, UUID id, String slug, String content) {
        return publishing.change(family, id, slug, content);
    }

    public List<ChangeResult> apply(StoreChange... changes) {
        Arrays.stream(changes).map(StoreChange::id).forEach(published::add);
        return publishing.apply(changes);
    }

    /** Has an entry that something else publishes withdrawn in the end. */
    public void withdrawLater(UUID id) {
        published.add(id);
    }

    public void withdraw(UUID id, WithdrawalReason reason) {
        publishing.withdraw(id, reason, null);
    }

    /** What these changes are refused for, as {@code pointer code} by entry; nothing when they are not refused. */
    public Map<UUID, List<String>> violationsOf(StoreChange... changes) {
        Map<UUID, List<String>> complaints = new TreeMap<>();
        try {
            apply(changes);
        } catch (PublicationRejectedException refusal) {
            refusal.violations()
                    .forEach((id, violations) -> complaints.put(
                            id, violations.stream().map(ScratchDatabase::text).toList()));
        }
        return complaints;
    }

    public static String text(Violation violation) {
        return violation.location() + " " + violation.reason().code();
    }

    public long position() {
        return QuarkusTransaction.requiringNew().call(() -> entries.feedState().position());
    }

    /** Has the next answer made of what the database says then, and of nothing that it said before. */
    public void clearEntryCache() {
        recent.clear();
    }

    /** Withdraws whatever of it is still live. */
    public void withdrawAll() {
        List<UUID> all = List.copyOf(published);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<UUID> some = all.subList(from, Math.min(from + CHUNK, all.size()));
            List<StoreChange> withdrawals = new ArrayList<>();
            QuarkusTransaction.requiringNew()
                    .run(() -> entries.findLive(some)
                            .forEach(entry -> withdrawals.add(new StoreChange.Withdraw(
                                    entry.id(), WithdrawalReason.WITHDRAWN, null, Importance.MINOR, null))));
            publishing.apply(withdrawals.toArray(StoreChange[]::new));
        }
        published.removeAll(all);
    }
}
