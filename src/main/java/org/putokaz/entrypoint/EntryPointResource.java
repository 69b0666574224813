package org.putokaz.entrypoint;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.putokaz.http.request.RequestContext;
import org.putokaz.live.FeedState;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.read.LiveEntryRepository;
import org.putokaz.locale.Language;
import org.putokaz.organisation.InstitutionResolver;

/**
 * Entry point at {@code /api/v1}. It asks {@link InstitutionResolver} for the institution of the day and
 * {@link ContentFamilyRegistry} for the lists.
 */
@PermitAll
@ConsistentRead
class EntryPointResource implements EntryPointApi {

    private static final String PATH = "/api/v1";

    private final LiveEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final InstitutionResolver institutions;
    private final RequestContext context;

    @Inject
    EntryPointResource(
            LiveEntryRepository entries,
            ContentFamilyRegistry families,
            InstitutionResolver institutions,
            RequestContext context) {
        this.entries = entries;
        this.families = families;
        this.institutions = institutions;
        this.context = context;
    }

    @Override
    public EntryPoint get(EntryPointParameters parameters) {
        FeedState feed = entries.feedState();
        context.validity().addChangeAt(feed.changedAt());
        // Which institution exists depends on the day.
        context.validity().limitToToday();
        return new EntryPoint(
                institutions.findCurrent(context).orElse(null),
                context.languages().offered().stream().map(this::language).toList(),
                feed.position(),
                lists(),
                links());
    }

    private Map<String, String> lists() {
        Map<String, String> lists = new TreeMap<>();
        for (ContentFamily<?> family : families.all()) {
            lists.put(family.name(), PATH + "/" + family.name());
        }
        return lists;
    }

    private EntryPoint.Links links() {
        return new EntryPoint.Links(
                PATH,
                "/openapi.json",
                "/docs",
                PATH + "/organisational-units/tree",
                PATH + "/contact-channels/open-now",
                PATH + "/changes",
                PATH + "/changes/stream",
                PATH + "/snapshot",
                PATH + "/bundle?lang=" + context.language().tag(),
                "/.well-known/jwks.json",
                PATH + "/problems",
                VocabulariesResource.PATH + "?lang=" + context.language().tag());
    }

    private EntryPoint.LanguageInfo language(Language language) {
        return new EntryPoint.LanguageInfo(
                language.tag(), language.equals(context.languages().authoritative()), PATH + "?lang=" + language.tag());
    }
}
