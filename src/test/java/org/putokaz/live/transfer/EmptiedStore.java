package org.putokaz.live.transfer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.live.feed.FeedPollAwaiter;

/** Empties the shared store for a test, and restores it from a copy afterwards. */
@ApplicationScoped
public class EmptiedStore {

    /** In an order in which each table only refers to earlier ones. */
    private static final List<String> TABLES = List.of(
            "live.entry",
            "live.slug",
            "live.redacted_slug",
            "live.facet",
            "live.reference",
            "live.sort_key",
            "live.organisational_unit",
            "live.organisational_unit_service",
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

    private static String copyOf(String table) {
        return "public.copy_of_" + table.replace('.', '_');
    }

    public void empty() {
        QuarkusTransaction.requiringNew().run(() -> {
            run("create table public.copy_of_feed as select feed_id, position, changed_at from live.feed");
            TABLES.forEach(table -> run("create table " + copyOf(table) + " as select * from " + table));
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
            TABLES.forEach(table -> run("insert into " + table + " select * from " + copyOf(table)));
            run("update live.feed set position = (select a.position from public.copy_of_feed a),"
                    + " feed_id = (select a.feed_id from public.copy_of_feed a),"
                    + " changed_at = (select a.changed_at from public.copy_of_feed a)");
            TABLES.forEach(table -> run("drop table " + copyOf(table)));
            run("drop table public.copy_of_feed");
        });
        polls.awaitPoll();
    }

    private void deleteAll() {
        List<String> reversed = new ArrayList<>(TABLES);
        Collections.reverse(reversed);
        reversed.forEach(table -> run("delete from " + table));
    }

    /** Ids and slugs of the entries of a family that are published or changed after a position. */
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

    /** The same for the steps of guides and the services of units, as paths {@code help-guides/guide/steps/step}. */
    public List<String> partPaths(long after) {
        List<String> paths = new ArrayList<>(paths("help-guides", "steps", "live.help_guide_step", "guide", after));
        paths.addAll(paths("organisational-units", "services", "live.organisational_unit_service", "unit", after));
        return paths;
    }

    private List<String> paths(String family, String parts, String table, String entryColumn, long after) {
        String sql = """
                select cast(p.%1$s as varchar) || '/%2$s/' || cast(p.id as varchar)
                from %3$s p join live.entry e on e.id = p.%1$s
                where e.live or e.position > :after
                union select s.scope || '/%2$s/' || s.slug from live.slug s
                join %3$s p on p.id = s.owner_id join live.entry e on e.id = p.%1$s
                where e.live or e.position > :after""".formatted(entryColumn, parts, table);
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(sql, String.class)
                        .setParameter("after", after)
                        .getResultList())
                .stream()
                .map(path -> family + "/" + path)
                .toList();
    }
}
