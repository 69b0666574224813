package org.putokaz.live.family;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.putokaz.common.Vocabulary;
import org.putokaz.live.Importance;
import org.putokaz.live.WithdrawalReason;

/** Vocabularies of the published content: those of the families, and those of the change feed. */
@Singleton
public class ContentVocabularies {

    private final ContentFamilyRegistry families;

    @Inject
    ContentVocabularies(ContentFamilyRegistry families) {
        this.families = families;
    }

    public List<Vocabulary> all() {
        return Stream.concat(
                        families.all().stream().flatMap(family -> family.vocabularies().stream()),
                        Stream.of(
                                Vocabulary.of("withdrawal-reasons", WithdrawalReason.values()),
                                Vocabulary.of("importances", Importance.values())))
                .toList();
    }
}
