package org.putokaz.locale;

import java.util.BitSet;

/** Latin transliteration of a Cyrillic text with the source offset of each of its letters. */
final class MappedTransliteration {

    private static final String CYRILLIC = "АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШабвгдђежзијклмнопрстћуфхцчшЀЍѐѝ";
    private static final String LATIN = "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠabvgdđežzijklmnoprstćufhcčšÈÌèì";

    private final StringBuilder latin;
    // starts[i] is where the Latin of the i-th character begins; the last one is where everything ends.
    private final int[] starts;

    private MappedTransliteration(int length) {
        latin = new StringBuilder(length + length / 16);
        starts = new int[length + 1];
    }

    /** Rewrites every character of an NFC text but those in {@code kept}. */
    static MappedTransliteration of(CharSequence cyrillic, BitSet kept) {
        BitSet capitals = DigraphCasing.of(cyrillic, kept);
        MappedTransliteration result = new MappedTransliteration(cyrillic.length());
        for (int i = 0; i < cyrillic.length(); i++) {
            result.starts[i] = result.latin.length();
            char letter = cyrillic.charAt(i);
            if (kept.get(i)) {
                result.latin.append(letter);
            } else {
                result.append(letter, capitals.get(i));
            }
        }
        result.starts[cyrillic.length()] = result.latin.length();
        return result;
    }

    CharSequence latin() {
        return latin;
    }

    /** The Latin of the original's characters from {@code from} to before {@code to}. */
    String latinOf(int from, int to) {
        return latin.substring(starts[from], starts[to]);
    }

    private void append(char letter, boolean inCapitals) {
        switch (letter) {
            case 'љ' -> latin.append("lj");
            case 'њ' -> latin.append("nj");
            case 'џ' -> latin.append("dž");
            case 'Љ' -> latin.append(inCapitals ? "LJ" : "Lj");
            case 'Њ' -> latin.append(inCapitals ? "NJ" : "Nj");
            case 'Џ' -> latin.append(inCapitals ? "DŽ" : "Dž");
            default -> {
                int place = CYRILLIC.indexOf(letter);
                String foreign = place < 0 ? ForeignCyrillic.latin(letter, inCapitals) : null;
                if (foreign == null) {
                    latin.append(place < 0 ? letter : LATIN.charAt(place));
                } else {
                    latin.append(foreign);
                }
            }
        }
    }
}
