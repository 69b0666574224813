package org.putokaz.live.write;

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
import org.putokaz.common.Sha256;
import org.putokaz.live.entity.EntryEntity;
import org.putokaz.live.entity.FacetEntity;
import org.putokaz.live.entity.RedactedSlugRepository;
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

/** Repository of the rows beside an entry that lists and look-ups use: slugs, facets, references and sort keys. */
@ApplicationScoped
public class EntryIndexRepository {

    /** Version of the layout of sort keys, beside that of the collation. */
    private static final String SORT_KEY_LAYOUT = "with-id";

    /** Ids in one query, which databases limit. */
    private static final int BATCH_SIZE = 1000;

    private final Session session;
    private final LanguagePolicy languages;
    private final ContentFamilyRegistry families;
    private final RedactedSlugRepository redactedSlugs;

    @Inject
    EntryIndexRepository(
            Session session,
            LanguagePolicy languages,
            ContentFamilyRegistry families,
            RedactedSlugRepository redactedSlugs) {
        this.session = session;
        this.languages = languages;
        this.families = families;
        this.redactedSlugs = redactedSlugs;
    }

    public ContentFamily<?> familyOf(EntryEntity entry) {
        return families.get(entry.family);
    }

    /**
     * Claims a slug for an owner, for ever.
     *
     * @param scope as in {@link SlugEntity.Key}
     * @return false when the slug is or was another owner's, or was removed
     */
    public boolean claimSlug(String scope, String slug, UUID owner) {
        SlugEntity.Key key = new SlugEntity.Key(scope, slug);
        SlugEntity claimed = session.find(SlugEntity.class, key);
        if (claimed == null && redactedSlugs.contains(scope, slug)) {
            return false;
        }
        if (claimed == null) {
            SlugEntity claim = new SlugEntity();
            claim.key = key;
            claim.ownerId = owner;
            session.persist(claim);
            return true;
        }
        return claimed.ownerId.equals(owner);
    }

    /** Finds all current and former slugs of entries or sub-entries, by owner, sorted. */
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

    /** Adds facets, references and sort keys of an entry that has none. */
    void add(EntryEntity entry, IndexedFields fields) {
        fields.facets().forEach((facet, values) -> values.forEach(value -> addFacet(entry.id, facet, value)));
        addReferences(entry.id, fields.references());
        addSortKeys(entry, fields.name());
    }

    /** Removes facets, references and sort keys of an entry; its slugs stay claimed. */
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

    /**
     * Removes facets, references and sort keys of several entries, whose rows may have been added in this transaction: the
     * session still holds those, and would refuse to add them again after a deletion past it.
     */
    void clearAll(List<UUID> entries) {
        for (int from = 0; from < entries.size(); from += BATCH_SIZE) {
            List<UUID> batch = entries.subList(from, Math.min(from + BATCH_SIZE, entries.size()));
            for (String rows : List.of(
                    "select r from FacetEntity r where r.key.entryId in :ids",
                    "select r from ReferenceEntity r where r.key.fromId in :ids",
                    "select r from SortKeyEntity r where r.key.entryId in :ids")) {
                session.createSelectionQuery(rows, Object.class)
                        .setParameter("ids", batch)
                        .getResultList()
                        .forEach(session::remove);
            }
        }
        session.flush();
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

    /** Version of all that sort keys depend on: the collation, the languages offered, and their fallbacks for names. */
    String sortKeyVersion() {
        String policy =
                languages.authoritative() + " " + languages.offered() + " " + new TreeMap<>(languages.fallbacks());
        return NameCollation.version() + "/" + SORT_KEY_LAYOUT + "/"
                + Sha256.fingerprint(policy.getBytes(StandardCharsets.UTF_8));
    }

    void addSortKeys(EntryEntity entry, LocalisedText name) {
        for (Language language : languages.offered()) {
            SortKeyEntity row = new SortKeyEntity();
            row.key = new SortKeyEntity.Key(entry.id, language.tag());
            row.family = entry.family;
            row.position = entry.position;
            String text = languages.resolve(name, language).orElseThrow().text();
            row.sortKey = sortKey(entry.id, NameCollation.key(language, text));
            session.persist(row);
        }
    }

    /** The collation key with the id at the end, so that no two entries have the same one ({@link SortOrderKey}). */
    private static byte[] sortKey(UUID entry, byte[] collationKey) {
        return ByteBuffer.allocate(collationKey.length + 2 * Long.BYTES)
                .put(collationKey)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }
}
