package org.putokaz.http.vocabulary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.putokaz.common.Vocabulary;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.locale.Language;

/**
 * Mapper of vocabularies to their views. The texts are {@code vocabulary.<name>} and {@code vocabulary.<name>.<value>} of
 * the message catalogue.
 */
@Singleton
public class VocabularyViewMapper {

    private static final String PREFIX = "vocabulary.";

    private final MessageCatalogue messages;

    @Inject
    VocabularyViewMapper(MessageCatalogue messages) {
        this.messages = messages;
    }

    /** The views in one language, sorted by name. */
    public List<VocabularyView> views(Collection<Vocabulary> vocabularies, Language language) {
        return vocabularies.stream()
                .sorted(Comparator.comparing(Vocabulary::name))
                .map(vocabulary -> view(vocabulary, language))
                .toList();
    }

    private VocabularyView view(Vocabulary vocabulary, Language language) {
        String prefix = PREFIX + vocabulary.name();
        return new VocabularyView(
                vocabulary.name(),
                messages.pattern(prefix, language),
                vocabulary.values().stream()
                        .map(value -> new VocabularyView.VocabularyTermView(
                                value, messages.pattern(prefix + "." + value, language)))
                        .toList());
    }
}
