package org.putokaz.live.write;

import org.putokaz.common.Sha256;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.entity.FacetEntity;
import org.putokaz.live.entity.ReferenceEntity;
import org.putokaz.live.entity.SlugEntity;
import org.putokaz.live.entity.SortKeyEntity;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.IndexedFields;
import org.putokaz.live.family.SortOrderKey;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;
import org.putokaz.locale.NameCollation;
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

/** The rows beside an entry that lists and look-ups go by: slugs, facets, references, sort keys. */
@ApplicationScoped
public class EntryIndexRepository {

    /** How the keys are written, beside what they are made of. */
    private static final String KEYS = "with-id";

    private final Session session;
    private final LanguagePolicy languages;
    private final ContentFamilyRegistry families;

    @Inject
    EntryIndexRepository(Session session, LanguagePolicy languages, ContentFamilyRegistry families) {
        this.session = session;
        this.languages = languages;
        this.families = families;
    }

    public ContentFamily<?> familyOf(EntryEntity row) {
        return families.get(row.family);
    }

    /** Gives the slug to its owner for ever; false when it is, or once was, another one's. */
    public boolean claimSlug(String scope, String slug, UUID owner) {
        SlugEntity.Key key = new SlugEntity.Key(scope, slug);
        SlugEntity taken = session.find(SlugEntity.class, key);
        if (taken == null) {
            SlugEntity row = new SlugEntity();
            row.key = key;
            row.ownerId = owner;
            session.persist(row);
            return true;
        }
        return taken.ownerId.equals(owner);
    }

    /** Every slug that these have or had, sorted; they are entries, or parts such as the steps of a guide. */
    public Map<UUID, List<String>> findSlugs(Collection<UUID> owners) {
        Map<UUID, List<String>> slugs = new HashMap<>();
        if (!owners.isEmpty()) {
            session.createSelectionQuery(
                            "select s.ownerId, s.key.slug from SlugEntity s where s.ownerId in :owners order by s.key.slug",
                            Object[].class)
                    .setParameter("owners", owners)
                    .getResultList()
                    .forEach(row -> slugs.computeIfAbsent((UUID) row[0], none -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return slugs;
    }

    /** Adds the rows of an entry that has none. */
    void add(EntryEntity row, IndexedFields facts) {
        facts.facets().forEach((facet, values) -> values.forEach(value -> addFacet(row.id, facet, value)));
        addReferences(row.id, facts.references());
        addSortKeys(row, facts.name());
    }

    void clear(UUID entry) {
        session.flush();
        session.createMutationQuery("delete from FacetEntity r where r.key.entryId = :id")
                .setParameter("id", entry)
                .executeUpdate();
        session.createMutationQuery("delete from ReferenceEntity r where r.key.fromId = :id")
                .setParameter("id", entry)
                .executeUpdate();
        session.createMutationQuery("delete from SortKeyEntity r where r.key.entryId = :id")
                .setParameter("id", entry)
                .executeUpdate();
    }

    private void addFacet(UUID entry, String facet, String value) {
        FacetEntity row = new FacetEntity();
        row.key = new FacetEntity.Key(entry, facet, value);
        session.persist(row);
    }

    private void addReferences(UUID entry, List<IndexedFields.Reference> references) {
        int ordinal = 0;
        for (IndexedFields.Reference reference : references) {
            ReferenceEntity row = new ReferenceEntity();
            row.key = new ReferenceEntity.Key(entry, reference.role(), ordinal++);
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
        return NameCollation.version() + "/" + KEYS + "/" + Sha256.fingerprint(made.getBytes(StandardCharsets.UTF_8));
    }

    void addSortKeys(EntryEntity entry, LocalisedText name) {
        for (Language language : languages.offered()) {
            SortKeyEntity row = new SortKeyEntity();
            row.key = new SortKeyEntity.Key(entry.id, language.tag());
            row.family = entry.family;
            row.position = entry.position;
            String text = languages.resolve(name, language).orElseThrow().text();
            row.sortKey = keyOf(entry.id, NameCollation.key(language, text));
            session.persist(row);
        }
    }

    /** With the id at the end: no two are equal, and an index is entered by this one column ({@link SortOrderKey}). */
    private static byte[] keyOf(UUID entry, byte[] name) {
        return ByteBuffer.allocate(name.length + 2 * Long.BYTES)
                .put(name)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }
}
