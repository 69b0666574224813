package org.putokaz.locale;

import java.util.Random;

/** Nonsense made of whatever has meaning somewhere: letters of both scripts, marks, addresses and halves of characters. */
final class RandomText {

    private static final String[] PARTS = {
        "а",
        "Б",
        "љ",
        "Љ",
        "Њ",
        "Џ",
        "ЉУБАВ",
        "реч",
        "сцрипт",
        "a",
        "Z",
        "x1",
        "7",
        " ",
        " ",
        "\n",
        "\n\n",
        "  \n",
        "\r\n",
        "\t",
        "    ",
        ".",
        ",",
        "-",
        "@",
        "www.",
        "://",
        "https://",
        "tel:",
        "срб",
        "rs",
        ".срб",
        "\u0301",
        "\u0308",
        "Й",
        "\uD83D",
        "\uD83D\uDE00",
        "\u00A0",
        "\u200B",
        "*",
        "**",
        "_",
        "`",
        "```",
        "[",
        "]",
        "](",
        ")",
        "(/х",
        "][",
        "[реф]",
        "[]",
        "[реф]: /х\n",
        "!",
        "!(",
        "<",
        ">",
        "</",
        "<!--",
        "&",
        ";",
        "&amp;",
        "&лт;",
        "\\",
        "#",
        "# ",
        "> ",
        "- ",
        "1. ",
        "=",
        "\"",
        "'",
        "~~~",
        "|",
        "\0",
        "<http://х\\>",
        "<a ",
        "=\"",
        "онцлицк"
    };

    private RandomText() {}

    static String of(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.toString();
    }
}
