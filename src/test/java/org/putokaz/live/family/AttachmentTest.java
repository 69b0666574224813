package org.putokaz.live.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.LocalisedText;

/** Rules for links to leaflets and other files. */
class AttachmentTest {

    private static final LanguagePolicy LANGUAGES = new LanguagePolicy(
            Language.SR_CYRL,
            List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN),
            Map.of(),
            List.of(Language.SR_CYRL),
            Language.EN);
    private static final LocalisedText TITLE = LocalisedText.of(Language.SR_CYRL, "Летак");
    private static final String URL = "https://example.rs/letak.pdf";
    private static final String PDF = "application/pdf";

    private static List<String> violations(List<Attachment> attachments) {
        ContentViolations violations = new ContentViolations(LANGUAGES);
        Attachment.check("/a", attachments, violations);
        return violations.violations().stream()
                .map(violation ->
                        violation.location() + " " + violation.reason().code())
                .toList();
    }

    private static List<String> violations(String url, String mediaType, Long bytes) {
        return violations(List.of(new Attachment(url, mediaType, TITLE, null, bytes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                URL,
                "https://example.rs:8443/a%20b?c=d#e",
                "https://центар.срб/летак.pdf",
                "https://центар.срб:8443/",
                "https://xn--80ajyniv.xn--90a3ac/"
            })
    void anAttachmentIsAtAnEncryptedAddress(String url) {
        assertThat(violations(url, PDF, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.rs/letak.pdf, web-not-encrypted",
        "http://центар.срб/летак.pdf, web-not-encrypted",
        "ftp://example.rs/letak.pdf, not-a-web-address",
        "javascript:alert(1), not-a-web-address",
        "data:text/html;base64;AAAA, not-a-web-address",
        "//example.rs/letak.pdf, not-a-web-address",
        "/letak.pdf, not-a-web-address",
        "letak.pdf, not-a-web-address",
        "https:///letak.pdf, not-a-web-address",
        "https://me:pw@example.rs/, not-a-web-address",
        "https://me:pw@центар.срб/, not-a-web-address",
        "https://example.rs/a b, not-a-web-address"
    })
    void anyOtherAddressIsRefused(String url, String code) {
        assertThat(violations(url, PDF, null)).containsExactly("/a/0/url " + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PDF,
                "text/html",
                "image/svg+xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    void aMediaTypeHasATypeAndASubtype(String mediaType) {
        assertThat(violations(URL, mediaType, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pdf", "/pdf", "application/", "a/b/c", "text/plain; charset=utf-8", " a/b", "a/б", "a/b\n"})
    void anotherMediaTypeIsRefused(String mediaType) {
        assertThat(violations(URL, mediaType, null)).containsExactly("/a/0/mediaType not-a-media-type");
        assertThat(violations(URL, "a/" + "b".repeat(128), null)).containsExactly("/a/0/mediaType not-a-media-type");
    }

    @Test
    void aSizeIsPositiveAndNotImmense() {
        assertThat(violations(URL, PDF, 1L)).isEmpty();
        assertThat(violations(URL, PDF, 1_000_000_000_000L)).isEmpty();
        assertThat(violations(URL, PDF, 0L)).containsExactly("/a/0/bytes not-a-number-between");
        assertThat(violations(URL, PDF, 1_000_000_000_001L)).containsExactly("/a/0/bytes not-a-number-between");
    }

    @Test
    void addressTypeAndTitleAreRequired() {
        assertThat(violations(List.of(new Attachment(null, null, null, null, null))))
                .containsExactly("/a/0/url required", "/a/0/mediaType required", "/a/0/title required");
        assertThat(violations(List.of(
                        new Attachment(URL, PDF, LocalisedText.of(Language.EN, "Leaflet"), null, null),
                        new Attachment(URL, PDF, LocalisedText.of(Language.SR_CYRL, "1"), Language.EN, null))))
                .containsExactly("/a/0/title language-missing", "/a/1/title/sr-Cyrl no-letter");
    }

    @Test
    void aFileIsThereOnceForEachLanguage() {
        Attachment all = new Attachment(URL, PDF, TITLE, null, null);
        Attachment english = new Attachment(URL, PDF, TITLE, Language.EN, null);
        assertThat(violations(List.of(all, english))).isEmpty();
        assertThat(violations(List.of(all, english, new Attachment(URL, "a/b", TITLE, Language.EN, 1L), all)))
                .containsExactly("/a/2/url repeated", "/a/3/url repeated");
    }

    @Test
    void theirNumberIsLimited() {
        Attachment none = new Attachment(null, PDF, TITLE, null, null);
        assertThat(violations(Collections.nCopies(20, none))).doesNotContain("/a too-many");
        assertThat(violations(Collections.nCopies(21, none))).contains("/a too-many");
    }

    @Test
    void theLatinOfATitleIsDerived() {
        assertThat(Attachment.withDerivedLanguages(
                        List.of(new Attachment(URL, PDF, TITLE, Language.EN, 5L)), new LanguageDerivation()))
                .containsExactly(new Attachment(URL, PDF, TITLE.with(Language.SR_LATN, "Letak"), Language.EN, 5L));
    }
}
