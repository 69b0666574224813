package org.putokaz.locale;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.putokaz.locale.MarkdownTransliterator.Edit;

/** Plain text of one CommonMark paragraph or heading, joined across inline markup: {@code **Љ**УБАВ} is one word. */
final class MarkdownParagraphText {

    private final String markdown;
    private final Node block;
    private final StringBuilder words = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();
    private final BitSet starts = new BitSet();
    private final BitSet kept = new BitSet();
    private final List<Edit> edits = new ArrayList<>();
    private final Deque<Integer> openLinks = new ArrayDeque<>();

    /** Where a stretch of the source stands among the joined words. */
    private record Piece(SourceSpan span, int from, int to) {}

    MarkdownParagraphText(String markdown, Node block) {
        this.markdown = markdown;
        this.block = block;
        Node node = block.getFirstChild();
        while (node != block) {
            enter(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node);
            while (node.getNext() == null && node.getParent() != block) {
                node = node.getParent();
                leave(node);
            }
            node = node.getNext() == null ? block : node.getNext();
        }
    }

    List<Edit> edits() {
        String text = words.toString();
        kept.or(AddressDetector.in(text));
        kept.or(MarkupLookalikeDetector.in(text, starts, source(block).indexOf('>') >= 0));
        MappedTransliteration latin = MappedTransliteration.of(words, kept);
        for (Piece piece : pieces) {
            if (kept.nextClearBit(piece.from) >= piece.to) {
                continue;
            }
            edits.add(new Edit(
                    piece.span.getInputIndex(),
                    end(piece.span),
                    SerbianTransliterator.composed(latin.latinOf(piece.from, piece.to))));
        }
        return edits;
    }

    private void enter(Node node) {
        if (node instanceof Text) {
            node.getSourceSpans().forEach(this::read);
        } else if (node instanceof SoftLineBreak || node instanceof Code) {
            words.append(' ');
        } else if (node instanceof HardLineBreak) {
            words.append('\n');
        } else if (isLink(node)) {
            openLinks.push(words.length());
        }
    }

    private void read(SourceSpan span) {
        int from = words.length();
        starts.set(from);
        String source = markdown.substring(span.getInputIndex(), end(span));
        words.append(SerbianTransliterator.composed(source));
        pieces.add(new Piece(span, from, words.length()));
    }

    private void leave(Node node) {
        if (!isLink(node)) {
            return;
        }
        int from = openLinks.pop();
        String shown = words.substring(from);
        if (shown.equals(SerbianTransliterator.composed(target(node))) || !keepReference(node)) {
            kept.set(from, words.length());
        }
        AddressDetector.in(shown).stream().forEach(i -> kept.set(from + i));
    }

    /**
     * In {@code [реч]} and {@code [реч][]} the words are also the key to the target, so that key is written out:
     * {@code [reč][реч]}. Answers whether that was possible.
     */
    private boolean keepReference(Node link) {
        List<SourceSpan> spans = link.getSourceSpans();
        int end = end(spans.get(spans.size() - 1));
        String source = source(link);
        boolean collapsed = source.endsWith("[]");
        boolean shortcut = source.endsWith("]") && !source.contains("][");
        if (!collapsed && !shortcut) {
            return true;
        }
        String key = source.substring(source.indexOf('[') + 1, source.length() - (collapsed ? "][]" : "]").length());
        if (key.equals(SerbianTransliterator.text(key))) {
            return true;
        }
        // Between two lines may stand a mark of the block around, which is no part of the key.
        if (spans.size() > 1) {
            return false;
        }
        int place = collapsed ? end - 1 : end;
        edits.add(new Edit(place, place, collapsed ? key : "[" + key + "]"));
        return true;
    }

    private static String target(Node link) {
        String target = link instanceof Link to ? to.getDestination() : ((Image) link).getDestination();
        return target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
    }

    private String source(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return markdown.substring(spans.get(0).getInputIndex(), end(spans.get(spans.size() - 1)));
    }

    private static boolean isLink(Node node) {
        return node instanceof Link || node instanceof Image;
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }
}
