package org.putokaz.live.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.putokaz.fixture.DatabaseTest;
import org.putokaz.fixture.Publishing;
import org.putokaz.fixture.ScratchEntries;
import org.putokaz.live.ContentJson;
import org.putokaz.live.LiveEntry;
import org.putokaz.live.read.LiveEntryRepository;

/** A preview is the entry that publishing would leave. */
@DatabaseTest
class LiveStorePreviewTest {

    @Inject
    ScratchEntries scratch;

    @Inject
    LiveStore store;

    @Inject
    LiveEntryRepository entries;

    @AfterEach
    void clear() {
        scratch.withdrawAll();
    }

    private StoreChange.Publish<?> change(UUID id, String slug, String... more) {
        return (StoreChange.Publish<?>) scratch.change(ScratchEntries.UNITS, id, slug, ScratchEntries.unit(more));
    }

    private <C extends Record> LiveEntry preview(StoreChange.Publish<C> change) {
        return store.previewOf(change.family(), change.id(), change.slug(), change.content());
    }

    private LiveEntry stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> entries.find(id).orElseThrow());
    }

    @Test
    void thePreviewOfANewEntryIsWhatIsPublishedThenButForThePosition() {
        StoreChange.Publish<?> change =
                change(Publishing.newId(), ScratchEntries.slug("izgled"), "'description': {'sr-Cyrl': 'Љ'}");
        LiveEntry preview = preview(change);
        long position = scratch.apply(change).get(0).position();

        assertThat(preview.document()).contains("\"sr-Latn\":\"Lj\"");
        assertThat(preview)
                .usingRecursiveComparison()
                .ignoringFields("position", "firstPublishedAt", "publishedAt", "changeInfo.majorPosition")
                .isEqualTo(stored(change.id()));
        assertThat(preview.position()).isZero();
        assertThat(stored(change.id()).position()).isEqualTo(position);
    }

    @Test
    void thePreviewOfAKnownEntryKeepsItsPositionAndItsFirstTimeAndDoesNotChangeIt() {
        UUID id = scratch.publish(ScratchEntries.UNITS, ScratchEntries.slug("izgled"), ScratchEntries.unit());
        LiveEntry before = stored(id);
        LiveEntry preview = preview(change(id, ScratchEntries.slug("drugi"), "'sortOrder': 5"));

        assertThat(preview.position()).isEqualTo(before.position());
        assertThat(preview.revision()).isEqualTo(before.revision() + 1);
        assertThat(preview.firstPublishedAt()).isEqualTo(before.firstPublishedAt());
        assertThat(preview.document()).contains("\"sortOrder\":5");
        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void aContentIsATreeAndBack() {
        StoreChange.Publish<?> change =
                change(Publishing.newId(), ScratchEntries.slug("drvo"), "'established': '2012~'");
        var tree = ContentJson.tree(change.content());
        assertThat(tree.get("established").asText()).isEqualTo("2012~");
        assertThat(tree.has("predecessors")).isFalse();
        assertThat((Object) ContentJson.read(tree, change.family().contentType()))
                .isEqualTo(change.content());
    }
}
