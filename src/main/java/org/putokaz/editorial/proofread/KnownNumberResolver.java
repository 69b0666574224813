package org.putokaz.editorial.proofread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.stream.Stream;
import org.putokaz.editorial.draft.ContentValidator;
import org.putokaz.lint.phone.PhoneNumberComparer;
import org.putokaz.lint.rule.KnownNumbers;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.read.LiveStoreQueries;

/**
 * Resolver of the telephone numbers that the names, labels and titles of an entry may show. The published channels are read only
 * when a number is found that has to be compared with them.
 */
@ApplicationScoped
class KnownNumberResolver {

    private final ContentFamilyRegistry families;
    private final LiveStoreQueries store;
    private final ContentValidator validator;

    @Inject
    KnownNumberResolver(ContentFamilyRegistry families, LiveStoreQueries store, ContentValidator validator) {
        this.families = families;
        this.store = store;
        this.validator = validator;
    }

    /** The numbers for the texts of this content. Needs a transaction while they are asked for. */
    <C extends Record> KnownNumbers of(ContentFamily<C> family, C content) {
        String own = family.dialledNumber(validator.withInheritedFacts(family, content));
        return new KnownNumbers(own, this::isPublished);
    }

    private boolean isPublished(String number) {
        return families.all().stream()
                .filter(ContentFamily::holdsContactChannels)
                .flatMap(this::publishedNumbers)
                .anyMatch(published -> PhoneNumberComparer.isShown(published, number));
    }

    private <C extends Record> Stream<String> publishedNumbers(ContentFamily<C> family) {
        return store.findAllLive(family.name()).stream()
                .map(LiveEntry::document)
                .filter(Objects::nonNull)
                .map(document -> family.dialledNumber(ContentJson.read(document, family.contentType())))
                .filter(Objects::nonNull);
    }
}
