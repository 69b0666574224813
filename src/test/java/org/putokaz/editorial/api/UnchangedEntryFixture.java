package org.putokaz.editorial.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.ScratchEntries;

/**
 * Base class of tests of refused requests. Each test begins with a new draft; when it ends, the draft and the position
 * of the change feed must be as they were.
 */
abstract class UnchangedEntryFixture {

    static final String UNITS = EntryClient.BASE + "organisational-units";
    static final String JSON = "application/json";

    @Inject
    ScratchEntries database;

    EntryClient draft;
    private String before;
    private long position;

    @BeforeEach
    void createDraft() {
        draft = EntryClient.create(FamilySample.UNIT, FamilySample.UNIT.content());
        before = draft.get().asString();
        rememberPosition();
    }

    /** For a test that publishes something first: the position that must not change from now on. */
    void rememberPosition() {
        position = database.position();
    }

    @AfterEach
    void verifyThatNothingHasChanged() {
        String tag = draft.tag;
        assertThat(draft.get().asString()).isEqualTo(before);
        assertThat(draft.tag).isEqualTo(tag);
        assertThat(database.position()).isEqualTo(position);
        EntryClient.withdrawAllPublished();
    }

    static String newestId() {
        return EntryClient.editor().get(UNITS + "?limit=1").path("data[0].id");
    }
}
