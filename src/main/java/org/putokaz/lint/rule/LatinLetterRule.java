package org.putokaz.lint.rule;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L3 in Latin text: letters that only look like Đ (the Icelandic Ð, the African Ɖ), and the two letters lj, nj
 * or dž typed as one character, which no keyboard has and no search finds.
 */
final class LatinLetterRule implements LintRule {

    private static final String ETHS = "\u00D0\u00F0\u0189";
    private static final String DJS = "\u0110\u0111\u0110";

    private static final Map<Character, String> DIGRAPHS = Map.of(
            '\u01C4', "DŽ", '\u01C5', "Dž", '\u01C6', "dž", '\u01C7', "LJ", '\u01C8', "Lj", '\u01C9', "lj", '\u01CA',
            "NJ", '\u01CB', "Nj", '\u01CC', "nj");

    private final boolean serbian;

    /** @param serbian whether the text is Serbian: in English, an Ð may belong to an Icelandic name */
    LatinLetterRule(boolean serbian) {
        this.serbian = serbian;
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan span : view.words()) {
            String word = view.text(span);
            OptionalInt eth = LetterTables.find(word, c -> ETHS.indexOf(c) >= 0);
            if (eth.isPresent()) {
                LintCode code = serbian ? LintCode.ETH_FOR_DJ : LintCode.ETH_PERHAPS_FOR_DJ;
                findings.add(code, span, List.of(repaired(word)), LetterTables.described(word, eth.getAsInt()));
            }
            OptionalInt digraph = LetterTables.find(word, c -> DIGRAPHS.containsKey((char) c));
            if (digraph.isPresent()) {
                findings.add(
                        LintCode.DIGRAPH_IN_ONE_CHARACTER,
                        span,
                        List.of(repaired(word)),
                        LetterTables.described(word, digraph.getAsInt()));
            }
        }
    }

    private static String repaired(String word) {
        StringBuilder repaired = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int eth = ETHS.indexOf(c);
            repaired.append(eth >= 0 ? DJS.charAt(eth) : DIGRAPHS.getOrDefault(c, String.valueOf(c)));
        }
        return repaired.toString();
    }
}
