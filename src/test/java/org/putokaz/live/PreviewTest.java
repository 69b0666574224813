package org.putokaz.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.HttpTest;
import org.putokaz.fixture.Publishing;

/** What a preview is made from is what publishing would leave. */
@HttpTest
class PreviewTest {

    @Inject
    Scratch scratch;

    @Inject
    LiveStore store;

    @Inject
    LiveEntries entries;

    @AfterEach
    void clear() {
        scratch.clear();
    }

    private Change.Publish<?> change(UUID id, String slug, String... more) {
        return (Change.Publish<?>) scratch.change(Scratch.UNITS, id, slug, Scratch.unit(more));
    }

    private <C extends Record> LiveEntry preview(Change.Publish<C> change) {
        return store.asIfPublished(change.family(), change.id(), change.slug(), change.content());
    }

    private LiveEntry stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> entries.find(id).orElseThrow());
    }

    @Test
    void ofANewEntryItIsWhatIsPublishedThenButForThePosition() {
        Change.Publish<?> change =
                change(Publishing.newId(), Scratch.slug("izgled"), "'description': {'sr-Cyrl': 'Љ'}");
        LiveEntry preview = preview(change);
        long position = scratch.apply(change).get(0).position();

        assertThat(preview.document()).contains("\"sr-Latn\":\"Lj\"");
        assertThat(preview)
                .usingRecursiveComparison()
                .ignoringFields("position", "firstPublishedAt", "publishedAt", "told.majorPosition")
                .isEqualTo(stored(change.id()));
        assertThat(preview.position()).isZero();
        assertThat(stored(change.id()).position()).isEqualTo(position);
    }

    @Test
    void ofAKnownEntryItHasItsPlaceAndItsFirstTimeAndLeavesItAlone() {
        UUID id = scratch.publish(Scratch.UNITS, Scratch.slug("izgled"), Scratch.unit());
        LiveEntry before = stored(id);
        LiveEntry preview = preview(change(id, Scratch.slug("drugi"), "'sortOrder': 5"));

        assertThat(preview.position()).isEqualTo(before.position());
        assertThat(preview.revision()).isEqualTo(before.revision() + 1);
        assertThat(preview.firstPublishedAt()).isEqualTo(before.firstPublishedAt());
        assertThat(preview.document()).contains("\"sortOrder\":5");
        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void aContentIsATreeAndBack() {
        Change.Publish<?> change = change(Publishing.newId(), Scratch.slug("drvo"), "'established': '2012~'");
        var tree = Documents.tree(change.content());
        assertThat(tree.get("established").asText()).isEqualTo("2012~");
        assertThat(tree.has("predecessors")).isFalse();
        assertThat((Object) Documents.read(tree, change.family().contentType())).isEqualTo(change.content());
    }
}
