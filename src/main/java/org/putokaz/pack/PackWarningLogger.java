package org.putokaz.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.putokaz.http.config.InstitutionConfig;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.UnitPlacement;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.pack.read.ImportError;
import org.putokaz.pack.read.ImportedEntry;

/**
 * Log of what is suspicious in the entries of a pack that has just been published, each warning with its file and line. No approver
 * sees a pack before it is published. Must be called in the transaction of the publication.
 */
@ApplicationScoped
class PackWarningLogger {

    private static final Logger LOG = Logger.getLogger(PackWarningLogger.class);

    private final LiveEntryRepository live;
    private final ContentFamilyRegistry families;
    private final LanguagePolicy languages;
    private final MessageCatalogue messages;
    private final InstitutionConfig institution;
    private final Clock clock;

    @Inject
    PackWarningLogger(
            LiveEntryRepository live,
            ContentFamilyRegistry families,
            LanguagePolicy languages,
            MessageCatalogue messages,
            InstitutionConfig institution,
            Clock clock) {
        this.live = live;
        this.families = families;
        this.languages = languages;
        this.messages = messages;
        this.institution = institution;
        this.clock = clock;
    }

    void log(List<ImportedEntry> published) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), institution.timezone());
        published.forEach(entry -> log(entry.family(), entry, today));
    }

    private <C extends Record> void log(ContentFamily<C> family, ImportedEntry entry, LocalDate today) {
        ContentViolations warnings = new ContentViolations(languages);
        find(Objects.requireNonNull(entry.id()))
                .map(found -> ContentJson.read(Objects.requireNonNull(found.document()), family.contentType()))
                .ifPresent(content -> {
                    family.findWarnings(content, today, warnings);
                    family.unitPlacement(content)
                            .findParentClosing(this::findPlacement, today)
                            .ifPresent(closedFrom -> warnings.add("/parent", "parent-dissolved", closedFrom));
                });
        warnings.violations().forEach(warning -> log(entry.error(warning)));
    }

    private void log(ImportError warning) {
        LOG.warn("Content pack: " + warning.format(messages.text(warning.reason(), Language.EN)));
    }

    private Optional<LiveEntry> find(UUID id) {
        return live.find(id).filter(entry -> entry.document() != null);
    }

    private Optional<UnitPlacement> findPlacement(UUID unit) {
        return find(unit).map(entry -> placement(families.get(entry.family()), String.valueOf(entry.document())));
    }

    private static <C extends Record> UnitPlacement placement(ContentFamily<C> family, String document) {
        return family.unitPlacement(ContentJson.read(document, family.contentType()));
    }
}
