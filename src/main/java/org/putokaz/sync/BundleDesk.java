package org.putokaz.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import org.putokaz.http.Reader;
import org.putokaz.live.Snapshot;
import org.putokaz.locale.Languages;

/** Takes the requests for bundles in. */
@ApplicationScoped
class BundleDesk {

    private final Bundles bundles;
    private final Languages languages;
    private final Clock clock;
    private final ZoneId zone;

    @Inject
    BundleDesk(Bundles bundles, Languages languages, Clock clock, ZoneId zone) {
        this.bundles = bundles;
        this.languages = languages;
        this.clock = clock;
        this.zone = zone;
    }

    /** For the language of the reader, who is told of what is going to change: that is why it looks at the store. */
    @Snapshot(held = true)
    Author bundle(Reader asking) {
        return bundles.of(asking.language(), language -> Reader.in(language, languages, clock, zone));
    }
}
