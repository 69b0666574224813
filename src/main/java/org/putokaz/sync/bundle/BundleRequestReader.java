package org.putokaz.sync.bundle;

import org.putokaz.http.request.RequestContext;
import org.putokaz.live.consistency.ConsistentRead;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.sync.download.DocumentWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;

/** Takes the requests for bundles in. */
@ApplicationScoped
class BundleRequestReader {

    private final BundleWriter bundles;
    private final LanguagePolicy languages;
    private final Clock clock;
    private final ZoneId zone;

    @Inject
    BundleRequestReader(BundleWriter bundles, LanguagePolicy languages, Clock clock, ZoneId zone) {
        this.bundles = bundles;
        this.languages = languages;
        this.clock = clock;
        this.zone = zone;
    }

    /** For the language of the reader, who is told of what is going to change: that is why it looks at the store. */
    @ConsistentRead(snapshotTransaction = true)
    DocumentWriter bundle(RequestContext asking) {
        return bundles.of(asking.language(), language -> RequestContext.forLanguage(language, languages, clock, zone));
    }
}
