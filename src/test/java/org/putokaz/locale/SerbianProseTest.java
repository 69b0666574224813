package org.putokaz.locale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerbianProseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\1', textBlock = """
            Љубав                            | Ljubav
            # Наслов #                       | # Naslov #
            **Љ**УБАВ                        | **LJ**UBAV
            **Љ**убав                        | **Lj**ubav
            *ОДЕЉЕЊЕ* Љ                      | *ODELJENJE* LJ
            [веза](/о-нама)                  | [veza](/о-нама)
            [веза](/о-нама "Наслов")         | [veza](/о-нама "Наслов")
            ![слика](/слика.png 'Наслов')    | ![slika](/слика.png 'Наслов')
            [**Љ**УБАВ](/љубав)              | [**LJ**UBAV](/љубав)
            реч `код` реч                    | reč `код` reč
            `а`Љ                             | `а`Lj
            <https://центар.срб/п>           | <https://центар.срб/п>
            <шема:центар>                    | <шема:центар>
            [центар.срб](https://центар.срб) | [центар.срб](https://центар.срб)
            на[центар.срб](/а)у              | na[центар.срб](/а)u
            [центар@центар.срб](mailto:центар@центар.срб) | [центар@центар.срб](mailto:центар@центар.срб)
            [/о-нама](/о-нама)               | [/о-нама](/о-нама)
            центар.**срб**                   | центар.**срб**
            мир &amp; љубав &#1033; &nbsp;   | mir &amp; ljubav &#1033; &nbsp;
            <b title="наслов">Љ</b>УБАВ      | <b title="наслов">LJ</b>UBAV
            а \\* б \\_ в                    | a \\* b \\_ v
            -\tставка                        | -\tstavka
            > навод                          | > navod
            с\u0301утра                      | śutra
            """)
    void onlyTheWordsAreRewritten(String cyrillic, String latin) {
        assertThat(SerbianTransliterator.prose(cyrillic)).isEqualTo(latin);
    }

    @Test
    void codeBlocksAndWindowsLineEndsStayAsTheyAre() {
        assertThat(SerbianTransliterator.prose(
                        "реч\r\nдруга  \r\nтрећа\r\n\r\n```језик\r\nкод\r\n```\r\n\r\n    код\r\n\r\n> Њ\r\n> ЉУ"))
                .isEqualTo("reč\r\ndruga  \r\ntreća\r\n\r\n```језик\r\nкод\r\n```\r\n\r\n    код\r\n\r\n> NJ\r\n> LJU");
    }

    @Test
    void aHardBreakEndsTheSentenceAndASoftOneDoesNot() {
        assertThat(SerbianTransliterator.prose("ОДЕЉЕЊЕ\nЉ")).isEqualTo("ODELJENJE\nLJ");
        assertThat(SerbianTransliterator.prose("ОДЕЉЕЊЕ  \nЉ")).isEqualTo("ODELJENJE  \nLj");
    }

    @ParameterizedTest
    @CsvSource({
        "[реч], [reč][реч]",
        "[реч][], [reč][реч]",
        "[врста][реч], [vrsta][реч]",
        "![реч], ![reč][реч]",
        "[*реч*], [*реч*]",
    })
    void referencesStillFindTheirTarget(String cyrillic, String latin) {
        String definition = "\n\n[реч]: /х";
        assertThat(SerbianTransliterator.prose(cyrillic + definition))
                .isEqualTo(latin.replace("[*реч*]", "[*reč*]") + definition);
    }

    @Test
    void aReferenceOverTwoLinesStaysAsItIs() {
        String markdown = "> [реч\n> друга]\n\n[реч друга]: /х";
        assertThat(SerbianTransliterator.prose(markdown)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <сцрипт>алерт(1)</сцрипт>      | <сцрипт>alert(1)</сцрипт>
            \\<сцрипт>                     | \\<script>
            \\\\<сцрипт>                   | \\\\<сцрипт>
            <сцрипт                        | <сцрипт
            <јавасцрипт:алерт(1)>          | <јавасцрипт:алерт(1)>
            <a хреф="x">реч</a>            | <a хреф="x">реч</a>
            &лт;б&гт;                      | &лт;b&гт;
            <http://x\\><сцрипт>           | <http://x\\><сцрипт>
            <a b=">" онцлицк="`">`         | <a b=">" онцлицк="`">`
            а < б и <3, мање<више          | a < b i <3, manje<više
            """)
    void textThatWouldTurnIntoMarkupStaysText(String cyrillic, String latin) {
        assertThat(SerbianTransliterator.prose(cyrillic)).isEqualTo(latin);
        String html =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(latin));
        assertThat(html).doesNotContain("<script", "<b>", "href=\"x\"", "href=\"javascript", "onclick=");
    }

    @Test
    void anyMarkdownKeepsItsStructureItsTargetsAndItsCode() {
        Random random = new Random(20190201);
        for (int i = 0; i < 20_000; i++) {
            String markdown = RandomText.of(random, 24);
            String latin = SerbianTransliterator.prose(markdown);
            assertThat(structure(latin)).as(markdown).isEqualTo(structure(markdown));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*а **а ", "[", "![", "`", "&", "<", "[а](", "а\n"})
    void noMarkdownExhaustsStackOrPatience(String part) {
        String markdown = part.repeat(20_000 / part.length());
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> SerbianTransliterator.prose(markdown));
    }

    private static String structure(String markdown) {
        StringBuilder structure = new StringBuilder();
        append(structure, Parser.builder().build().parse(markdown));
        return structure.toString();
    }

    private static void append(StringBuilder structure, Node node) {
        structure.append(node.getClass().getSimpleName());
        if (node instanceof Code code) {
            structure.append(code.getLiteral());
        } else if (node instanceof FencedCodeBlock code) {
            structure.append(code.getInfo()).append(code.getLiteral());
        } else if (node instanceof HtmlInline html) {
            structure.append(html.getLiteral());
        } else if (node instanceof Link link) {
            structure.append(link.getDestination()).append(link.getTitle());
        } else if (node instanceof Image image) {
            structure.append(image.getDestination()).append(image.getTitle());
        }
        structure.append('(');
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            append(structure, child);
        }
        structure.append(')');
    }
}
