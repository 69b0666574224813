package org.putokaz.lint;

import com.ibm.icu.text.Normalizer2;
import java.util.List;

/** L6: letters taken apart, such as {@code c} and an accent for {@code ć}: the same to the eye and to nothing else. */
final class Composition implements Rule {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    @Override
    public void check(Reading reading, Findings findings) {
        String text = reading.text();
        if (NFC.isNormalized(text)) {
            return;
        }
        int from = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (NFC.hasBoundaryBefore(text.codePointAt(i))) {
                check(new Stretch(from, i), text, findings);
                from = i;
            }
        }
        check(new Stretch(from, text.length()), text, findings);
    }

    private static void check(Stretch letter, String text, Findings findings) {
        String composed = NFC.normalize(letter.in(text));
        if (!composed.equals(letter.in(text))) {
            findings.add(Fault.NOT_COMPOSED, letter, List.of(composed));
        }
    }
}
