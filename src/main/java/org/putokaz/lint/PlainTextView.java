package org.putokaz.lint;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.putokaz.locale.AddressDetector;

/**
 * Plain text of a source with the source offset of each of its characters. Rules read the words and need not know the
 * markup.
 */
public final class PlainTextView {

    /** Stands for what is in the text but is no words: code, an autolink. */
    public static final char NO_WORDS = '\uFFFC';

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final BitSet addresses;
    private final List<TextSpan> words;

    /**
     * @param starts where each character of the text begins in the source
     * @param ends where it has ended there, which is further on for an entity or an escape
     * @param addresses the characters that belong to a mail address or a URL
     */
    public PlainTextView(String text, int[] starts, int[] ends, BitSet addresses) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.addresses = addresses;
        this.words = TextSpan.words(text);
    }

    public static PlainTextView of(TextKind kind, String source) {
        return switch (kind) {
            case LINE -> plain(source, AddressDetector.in(source));
            case PROSE -> MarkdownTextExtractor.of(source);
            case ADDRESS -> plain(source, all(source));
        };
    }

    private static PlainTextView plain(String source, BitSet addresses) {
        int length = source.length();
        return new PlainTextView(
                source,
                IntStream.range(0, length).toArray(),
                IntStream.rangeClosed(1, length).toArray(),
                addresses);
    }

    private static BitSet all(String source) {
        BitSet all = new BitSet(source.length());
        all.set(0, source.length());
        return all;
    }

    public String text() {
        return text;
    }

    public String text(TextSpan span) {
        return span.in(text);
    }

    public int length() {
        return text.length();
    }

    /** The character there, or the end of a line outside the text. */
    public char at(int index) {
        return index < 0 || index >= text.length() ? '\n' : text.charAt(index);
    }

    public List<TextSpan> words() {
        return words;
    }

    public List<TextSpan> addresses() {
        return TextSpan.runs(addresses);
    }

    public boolean isAddress(int index) {
        return addresses.get(index);
    }

    /** Where a span of the words stands in the source; markup between its characters is part of it. */
    public TextSpan inSource(TextSpan span) {
        return new TextSpan(starts[span.from()], ends[span.to() - 1]);
    }
}
