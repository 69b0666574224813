package org.putokaz.live.transfer;

import org.putokaz.live.feed.FeedPollAwaiter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** Puts the shared store aside, so that a test has an empty one for a while, and brings it back. */
@ApplicationScoped
public class EmptiedStore {

    /** What others lean on comes first. */
    private static final List<String> TABLES = List.of(
            "live.entry",
            "live.slug",
            "live.facet",
            "live.reference",
            "live.sort_key",
            "live.organisational_unit",
            "live.history_event",
            "live.contact_channel",
            "live.help_guide",
            "live.help_guide_step",
            "pack.loaded");

    @Inject
    Session session;

    @Inject
    FeedPollAwaiter polls;

    private void run(String sql) {
        session.createNativeMutationQuery(sql).executeUpdate();
    }

    private static String aside(String table) {
        return "public.aside_" + table.replace('.', '_');
    }

    public void empty() {
        QuarkusTransaction.requiringNew().run(() -> {
            run("create table public.aside_feed as select feed_id, position, changed_at from live.feed");
            TABLES.forEach(table -> run("create table " + aside(table) + " as select * from " + table));
            deleteAll();
            session.createNativeMutationQuery("update live.feed set position = 0, feed_id = :feed")
                    .setParameter("feed", UUID.randomUUID())
                    .executeUpdate();
        });
        polls.awaitPoll();
    }

    public void restore() {
        QuarkusTransaction.requiringNew().run(() -> {
            deleteAll();
            TABLES.forEach(table -> run("insert into " + table + " select * from " + aside(table)));
            run("update live.feed set position = (select a.position from public.aside_feed a),"
                    + " feed_id = (select a.feed_id from public.aside_feed a),"
                    + " changed_at = (select a.changed_at from public.aside_feed a)");
            TABLES.forEach(table -> run("drop table " + aside(table)));
            run("drop table public.aside_feed");
        });
        polls.awaitPoll();
    }

    private void deleteAll() {
        List<String> backwards = new ArrayList<>(TABLES);
        Collections.reverse(backwards);
        backwards.forEach(table -> run("delete from " + table));
    }

    /** What a path of an entry can end in: every id and slug, of what is live and of what changed after a position. */
    public List<String> idsAndSlugs(String family, long after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("""
                                select cast(e.id as varchar) from live.entry e
                                where e.family = :family and (e.live or e.position > :after)
                                union select s.slug from live.slug s join live.entry e on e.id = s.owner_id
                                where s.scope = :family and (e.live or e.position > :after)""", String.class)
                        .setParameter("family", family)
                        .setParameter("after", after)
                        .getResultList());
    }

    /** The same for the steps of guides, as {@code guide/steps/step}. */
    public List<String> stepPaths(long after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("""
                                select cast(h.guide as varchar) || '/steps/' || cast(h.id as varchar)
                                from live.help_guide_step h join live.entry e on e.id = h.guide
                                where e.live or e.position > :after
                                union select s.scope || '/steps/' || s.slug from live.slug s
                                join live.help_guide_step h on h.id = s.owner_id join live.entry e on e.id = h.guide
                                where e.live or e.position > :after""", String.class)
                        .setParameter("after", after)
                        .getResultList());
    }
}
