package org.putokaz.lint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.putokaz.locale.AddressDetector;

/** Extractor of the plain text of CommonMark: joined across inline markup, entities and escapes resolved. */
final class MarkdownTextExtractor {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String source;
    private final StringBuilder words = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private final Map<String, String> entities = new HashMap<>();
    private boolean newBlock;

    private MarkdownTextExtractor(String source) {
        this.source = source;
    }

    static PlainTextView of(String source) {
        MarkdownTextExtractor view = new MarkdownTextExtractor(source);
        view.read(PARSER.parse(source));
        String words = view.words.toString();
        return new PlainTextView(words, view.starts, view.ends, AddressDetector.in(words));
    }

    // Without recursion, so that no depth of nesting can exhaust the stack.
    private void read(Node document) {
        Node node = document;
        while (node != null) {
            boolean enter = visit(node);
            Node child = enter ? node.getFirstChild() : null;
            node = child == null ? after(node) : child;
        }
    }

    private static @Nullable Node after(Node node) {
        Node last = node;
        while (last.getNext() == null && last.getParent() != null) {
            last = last.getParent();
        }
        return last.getNext();
    }

    /** Answers whether to go on into the node's children. */
    private boolean visit(Node node) {
        if (node instanceof Block) {
            newBlock = true;
        } else if (node instanceof Text) {
            node.getSourceSpans().forEach(span -> readText(span.getInputIndex(), end(span)));
        } else if (node instanceof SoftLineBreak) {
            append('\n', here(), here());
        } else if (node instanceof HardLineBreak) {
            dropTheBlanksThatMakeIt();
            append('\n', here(), here());
        } else if (node instanceof Code || node instanceof HtmlInline || isAutolink(node)) {
            List<SourceSpan> spans = node.getSourceSpans();
            append(PlainTextView.NO_WORDS, spans.get(0).getInputIndex(), end(spans.get(spans.size() - 1)));
            return false;
        }
        return true;
    }

    private void readText(int from, int to) {
        Matcher entity = ENTITY.matcher(source);
        for (int i = from; i < to; ) {
            int end = i + 1;
            char c = source.charAt(i);
            if (c == '&' && entity.region(i, to).lookingAt()) {
                end = readEntity(i, entity.end());
            } else if (c == '\\' && end < to && ESCAPABLE.indexOf(source.charAt(end)) >= 0) {
                end++;
                append(source.charAt(i + 1), i, end);
            } else {
                append(c, i, end);
            }
            i = end;
        }
    }

    /** Answers where to read on. */
    private int readEntity(int from, int to) {
        String written = source.substring(from, to);
        String meant = entities.computeIfAbsent(written, MarkdownTextExtractor::resolved);
        boolean entity = !meant.equals(written);
        for (int i = 0; i < meant.length(); i++) {
            append(meant.charAt(i), entity ? from : from + i, entity ? to : from + i + 1);
        }
        return to;
    }

    /** The parser knows the two thousand names; what is none of them it leaves as it is. */
    private static String resolved(String entity) {
        Node paragraph = PARSER.parse(entity).getFirstChild();
        return paragraph != null && paragraph.getFirstChild() instanceof Text text ? text.getLiteral() : entity;
    }

    private void append(char c, int start, int end) {
        if (newBlock && !words.isEmpty()) {
            put('\n', here(), here());
            put('\n', here(), here());
        }
        newBlock = false;
        put(c, start, end);
    }

    private void put(char c, int start, int end) {
        int place = words.length();
        if (place == starts.length) {
            starts = Arrays.copyOf(starts, place * 2);
            ends = Arrays.copyOf(ends, place * 2);
        }
        starts[place] = start;
        ends[place] = end;
        words.append(c);
    }

    private void dropTheBlanksThatMakeIt() {
        while (!words.isEmpty() && words.charAt(words.length() - 1) == ' ') {
            words.setLength(words.length() - 1);
        }
    }

    /** Where the source has been read to. */
    private int here() {
        return words.isEmpty() ? 0 : ends[words.length() - 1];
    }

    private boolean isAutolink(Node node) {
        return node instanceof Link
                && source.charAt(node.getSourceSpans().get(0).getInputIndex()) == '<';
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }
}
