package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.locale.EncodingDamageDetector.Damage;
import org.putokaz.locale.EncodingDamageDetector.Kind;

/** Texts that were read or written in the wrong encoding are told from texts with unusual characters. */
class EncodingDamageDetectorTest {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static Optional<Kind> kind(String text) {
        return EncodingDamageDetector.find(text).map(Damage::kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Центар за заштиту жртава трговине људима",
                "Позови нас",
                "Хитна помоћ",
                "Станица полиције у Чачку"
            })
    void cyrillicInAnyWrongEncodingIsFound(String text) {
        assertThat(kind(new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)))
                .contains(Kind.LOST_LETTERS);
        for (Charset read : List.of(WESTERN, StandardCharsets.ISO_8859_1, CENTRAL_EUROPEAN, CYRILLIC)) {
            String wrong = new String(text.getBytes(StandardCharsets.UTF_8), read);
            assertThat(EncodingDamageDetector.find(wrong)).as(wrong).isPresent();
        }
        for (Charset read : List.of(WESTERN, CENTRAL_EUROPEAN)) {
            String wrong = new String("Центар заштита".getBytes(CYRILLIC), read);
            assertThat(kind(wrong)).as(wrong).contains(Kind.WRONG_ENCODING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zaštita žrtava", "Sigurna kuća", "Čekaonica", "Đorđe"})
    void latinLettersInAWrongEncodingAreFound(String text) {
        String ascii = new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
        assertThat(kind(ascii)).as(ascii).contains(Kind.LOST_LETTERS);
        for (Charset read : List.of(WESTERN, CENTRAL_EUROPEAN, CYRILLIC)) {
            String wrong = new String(text.getBytes(StandardCharsets.UTF_8), read);
            assertThat(kind(wrong)).as(wrong).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "????????",
                "Назив: ????? ???",
                "Za?tita",
                "?rtve trgovine",
                "Centar (?????)",
                "поглед \uFFFD\uFFFD",
                "SIGURNA KU?A",
                "e-po?ta",
                "**Za?tita**",
                "[Ku?a](tel:112)",
                "[????????](https://example.org/)",
                "SOS ????-????",
                "StraÃŸe",
                "Ã–sterreich",
                "Donâ€™t wait",
                "Öĺíňŕđ",
                "Öåíòàð"
            })
    void damageIsFoundWhereverItStands(String text) {
        assertThat(EncodingDamageDetector.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Шта сада?",
                "Шта сада???",
                "Проверити број ???",
                "Шта радити?Позови 112",
                "»Ä«, »Å«, Ä…",
                "Straße, Österreich, Übersicht, Gewalt gegen Frauen",
                "Segélyhívó szám: őrizze meg, űrlap",
                "Policia, ndihmë për viktimat e trafikimit",
                "Šezdeset žena, čekićem, đaci, ćuk",
                "Zašto?! Kako?",
                "Да ли си безбедна? Позови 112.",
                "„Шта?”, рекла је.",
                "Види https://example.org/strana?a=b и www.example.org?x=y.",
                "Пиши на ana@example.org?subject=pomoc",
                "Ко је то (?)",
                "Ångström, Ægir, Ölüdeniz, Łódź",
                "Ärzte ohne Grenzen – Österreich",
                "Ñandú, São Tomé, Ðorđe",
                "СРЈ и СФРЈ, Рђосав, РС",
                "Роми и Ромкиње",
                "日本語",
                "naïve café – „цитат“ … № 5 €",
                "ХЕЈ Њ Ђ Љ",
                "ДЊЦ ЕЅ"
            })
    void ordinaryTextIsLeftAlone(String text) {
        assertThat(EncodingDamageDetector.find(text)).isEmpty();
    }

    @Test
    void theFirstDamagedWordIsQuoted() {
        assertThat(EncodingDamageDetector.find("Центар ????????? за"))
                .contains(new Damage(Kind.LOST_LETTERS, "?????????"));
        assertThat(EncodingDamageDetector.find("?".repeat(500)).orElseThrow().excerpt())
                .hasSize(40);
        assertThat(EncodingDamageDetector.find("Sigurna ku?a").orElseThrow().excerpt())
                .isEqualTo("ku?a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "а?", "Р", "Ð", "Ã", "É", "a?A", "?а ", "((", "РЂ", "a", "a@", "(@", "www.", "a:"})
    void theTimeGrowsWithTheLengthAlone(String part) {
        String text = part.repeat(20_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> EncodingDamageDetector.find(text));
    }
}
