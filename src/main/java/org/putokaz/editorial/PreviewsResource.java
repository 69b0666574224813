package org.putokaz.editorial;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Reader;
import org.putokaz.http.Unshared;
import org.putokaz.live.Snapshot;

@PermitAll
@Snapshot(held = true)
class PreviewsResource implements PreviewsApi {

    private final Previews previews;
    private final Reader reader;

    @Inject
    PreviewsResource(Previews previews, Reader reader) {
        this.previews = previews;
        this.reader = reader;
    }

    @Override
    public Unshared get(String link, @Nullable String lang) {
        return new Unshared(previews.show(link, reader));
    }
}
