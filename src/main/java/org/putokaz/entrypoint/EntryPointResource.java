package org.putokaz.entrypoint;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.putokaz.http.Reader;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.Feed;
import org.putokaz.live.LiveEntries;
import org.putokaz.live.Snapshot;
import org.putokaz.locale.Language;
import org.putokaz.organisation.Institutions;

@PermitAll
@Snapshot
class EntryPointResource implements EntryPointApi {

    private static final String HERE = "/api/v1";

    private final LiveEntries entries;
    private final Families families;
    private final Institutions institutions;
    private final Reader reader;

    @Inject
    EntryPointResource(LiveEntries entries, Families families, Institutions institutions, Reader reader) {
        this.entries = entries;
        this.families = families;
        this.institutions = institutions;
        this.reader = reader;
    }

    @Override
    public EntryPoint get(LanguageQuery query) {
        Feed feed = entries.feed();
        reader.madeFromStateOf(feed.changedAt());
        // Which institution exists today is decided by the day.
        reader.dependsOnTheDay();
        Map<String, String> lists = new TreeMap<>();
        for (Family<?> family : families.all()) {
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
