package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.Message;

/** Texts that were read or written in the wrong encoding are refused, and texts with unusual characters are not. */
class EncodingDamageDetectorTest {

    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** The code and the quoted word; null when the text is accepted. */
    private static @Nullable Message refusal(String text) {
        InvalidValueException refused =
                catchThrowableOfType(InvalidValueException.class, () -> EncodingDamageDetector.rejectDamage(text));
        return refused == null ? null : refused.reason();
    }

    private static void assertRefused(String text, String code) {
        assertThat(refusal(text)).as(text).isNotNull().extracting(Message::code).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Центар за заштиту жртава трговине људима",
                "Позови нас",
                "Хитна помоћ",
                "Станица полиције у Чачку"
            })
    void cyrillicInAnyWrongEncodingIsRefused(String text) {
        assertRefused(new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII), "letters-lost");
        for (Charset read : List.of(WESTERN, StandardCharsets.ISO_8859_1, CENTRAL_EUROPEAN, CYRILLIC)) {
            assertRefused(new String(text.getBytes(StandardCharsets.UTF_8), read), "wrong-encoding");
        }
    }

    @Test
    void windows1251InAnotherEncodingOfOneByteIsRefused() {
        for (Charset read : List.of(WESTERN, CENTRAL_EUROPEAN)) {
            assertRefused(new String("Центар заштита".getBytes(CYRILLIC), read), "wrong-encoding");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zaštita žrtava", "Sigurna kuća", "Čekaonica", "Đorđe"})
    void latinLettersInAWrongEncodingAreRefused(String text) {
        assertRefused(new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII), "letters-lost");
        for (Charset read : List.of(WESTERN, CENTRAL_EUROPEAN, CYRILLIC)) {
            assertThat(refusal(new String(text.getBytes(StandardCharsets.UTF_8), read)))
                    .as("%s as %s", text, read)
                    .isNotNull();
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
                "https://example.org/\uFFFD",
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
    void damageIsRefusedWhereverItStands(String text) {
        assertThat(refusal(text)).isNotNull();
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
    void ordinaryTextIsAccepted(String text) {
        assertThat(refusal(text)).isNull();
    }

    @Test
    void theFirstDamagedWordIsQuoted() {
        assertThat(refusal("Центар ????????? за")).isEqualTo(Message.of("letters-lost", "?????????"));
        assertThat(refusal("?".repeat(500))).isEqualTo(Message.of("letters-lost", "?".repeat(40)));
        assertThat(refusal("Sigurna ku?a")).isEqualTo(Message.of("letters-lost", "ku?a"));
        assertThat(refusal("Реч \uFFFDа")).isEqualTo(Message.of("letters-lost", "\uFFFDа"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "а?", "Р", "Ð", "Ã", "É", "a?A", "?а ", "((", "РЂ", "a", "a@", "(@", "www.", "a:"})
    void theTimeGrowsWithTheLengthAlone(String part) {
        String text = part.repeat(20_000 / part.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuća", "ĐAK", "Prihvatilište za mladiće", "tuđ"})
    void windows1250ReadAsWindows1252IsNoticedInSerbianLatin(String text) {
        String read = new String(text.getBytes(Charset.forName("windows-1250")), Charset.forName("windows-1252"));

        assertThat(catchThrowableOfType(
                                InvalidValueException.class,
                                () -> EncodingDamageDetector.rejectDamage(read, Language.SR_LATN))
                        .reason()
                        .code())
                .isEqualTo("wrong-encoding");
        assertThatCode(() -> EncodingDamageDetector.rejectDamage(text, Language.SR_LATN))
                .doesNotThrowAnyException();
        assertThatCode(() -> EncodingDamageDetector.rejectDamage("encyclopædia", Language.EN))
                .doesNotThrowAnyException();
    }
}
