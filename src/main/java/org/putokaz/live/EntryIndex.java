package org.putokaz.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;
import org.putokaz.http.Digests;
import org.putokaz.locale.Collation;
import org.putokaz.locale.Language;
import org.putokaz.locale.Languages;
import org.putokaz.locale.LocalisedText;

/** The rows beside an entry that lists and look-ups go by: slugs, facets, references, sort keys. */
@ApplicationScoped
public class EntryIndex {

    /** How the keys are written, beside what they are made of. */
    private static final String KEYS = "with-id";

    private final Session session;
    private final Languages languages;
    private final Families families;

    @Inject
    EntryIndex(Session session, Languages languages, Families families) {
        this.session = session;
        this.languages = languages;
        this.families = families;
    }

    Family<?> familyOf(EntryRow row) {
        return families.named(row.family);
    }

    /** Gives the slug to its owner for ever; false when it is, or once was, another one's. */
    public boolean takeSlug(String scope, String slug, UUID owner) {
        SlugRow.Key key = new SlugRow.Key(scope, slug);
        SlugRow taken = session.find(SlugRow.class, key);
        if (taken == null) {
            SlugRow row = new SlugRow();
            row.key = key;
            row.ownerId = owner;
            session.persist(row);
            return true;
        }
        return taken.ownerId.equals(owner);
    }

    /** Every slug that these have or had, sorted; they are entries, or parts such as the steps of a guide. */
    public Map<UUID, List<String>> slugsOf(Collection<UUID> owners) {
        Map<UUID, List<String>> slugs = new HashMap<>();
        if (!owners.isEmpty()) {
            session.createSelectionQuery(
                            "select s.ownerId, s.key.slug from SlugRow s where s.ownerId in :owners order by s.key.slug",
                            Object[].class)
                    .setParameter("owners", owners)
                    .getResultList()
                    .forEach(row -> slugs.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return slugs;
    }

    /** Adds the rows of an entry that has none. */
    void add(EntryRow row, Facts facts) {
        facts.facets().forEach((facet, values) -> values.forEach(value -> addFacet(row.id, facet, value)));
        addReferences(row.id, facts.references());
        addSortKeys(row, facts.name());
    }

    void clear(UUID entry) {
        session.flush();
        session.createMutationQuery("delete from FacetRow r where r.key.entryId = :id")
                .setParameter("id", entry)
                .executeUpdate();
        session.createMutationQuery("delete from ReferenceRow r where r.key.fromId = :id")
                .setParameter("id", entry)
                .executeUpdate();
        session.createMutationQuery("delete from SortKeyRow r where r.key.entryId = :id")
                .setParameter("id", entry)
                .executeUpdate();
    }

    private void addFacet(UUID entry, String facet, String value) {
        FacetRow row = new FacetRow();
        row.key = new FacetRow.Key(entry, facet, value);
        session.persist(row);
    }

    private void addReferences(UUID entry, List<Facts.Reference> references) {
        int ordinal = 0;
        for (Facts.Reference reference : references) {
            ReferenceRow row = new ReferenceRow();
            row.key = new ReferenceRow.Key(entry, reference.role(), ordinal++);
            row.toId = reference.to();
            row.family = reference.family();
            row.pointer = reference.pointer();
            session.persist(row);
        }
    }

    /** What sort keys are made by: the collation's data, the languages, and where each takes a missing name from. */
    String sortKeyVersion() {
        String made =
                languages.authoritative() + " " + languages.offered() + " " + new TreeMap<>(languages.fallbacks());
        return Collation.version() + "/" + KEYS + "/" + Digests.shortSha256(made.getBytes(StandardCharsets.UTF_8));
    }

    void addSortKeys(EntryRow entry, LocalisedText name) {
        for (Language language : languages.offered()) {
            SortKeyRow row = new SortKeyRow();
            row.key = new SortKeyRow.Key(entry.id, language.tag());
            row.family = entry.family;
            row.position = entry.position;
            String text = languages.resolve(name, language).orElseThrow().text();
            row.sortKey = keyOf(entry.id, Collation.key(language, text));
            session.persist(row);
        }
    }

    /** With the id at the end: no two are equal, and an index is entered by this one column ({@link OrderKey}). */
    private static byte[] keyOf(UUID entry, byte[] name) {
        return ByteBuffer.allocate(name.length + 2 * Long.BYTES)
                .put(name)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }
}
