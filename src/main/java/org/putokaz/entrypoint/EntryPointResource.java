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

@PermitAll
@ConsistentRead
class EntryPointResource implements EntryPointApi {

    private static final String HERE = "/api/v1";

    private final LiveEntryRepository entries;
    private final ContentFamilyRegistry families;
    private final InstitutionResolver institutions;
    private final RequestContext reader;

    @Inject
    EntryPointResource(
            LiveEntryRepository entries,
            ContentFamilyRegistry families,
            InstitutionResolver institutions,
            RequestContext reader) {
        this.entries = entries;
        this.families = families;
        this.institutions = institutions;
        this.reader = reader;
    }

    @Override
    public EntryPoint get(LanguageQuery query) {
        FeedState feed = entries.feed();
        reader.madeFromStateOf(feed.changedAt());
        // Which institution exists today is decided by the day.
        reader.dependsOnTheDay();
        Map<String, String> lists = new TreeMap<>();
        for (ContentFamily<?> family : families.all()) {
            lists.put(family.name(), HERE + "/" + family.name());
        }
        return new EntryPoint(
                institutions.current(reader).orElse(null),
                reader.languages().offered().stream().map(this::language).toList(),
                feed.position(),
                lists,
                new EntryPoint.Links(
                        HERE,
                        "/openapi.json",
                        "/docs",
                        HERE + "/organisational-units/tree",
                        HERE + "/contact-channels/open-now",
                        HERE + "/changes",
                        HERE + "/changes/stream",
                        HERE + "/snapshot",
                        HERE + "/bundle?lang=" + reader.language().tag(),
                        "/.well-known/jwks.json",
                        HERE + "/problems"));
    }

    private EntryPoint.LanguageInfo language(Language language) {
        return new EntryPoint.LanguageInfo(
                language.tag(), language.equals(reader.languages().authoritative()), HERE + "?lang=" + language.tag());
    }
}
