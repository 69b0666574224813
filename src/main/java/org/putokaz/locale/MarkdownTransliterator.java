package org.putokaz.locale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Transliterator of CommonMark: it replaces the words in the source and leaves the markup as written. */
final class MarkdownTransliterator {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** A stretch of the source and what stands there afterwards; an empty stretch is an insertion. */
    record Edit(int start, int end, String replacement) {}

    private MarkdownTransliterator() {}

    static String of(String markdown) {
        List<Edit> edits = new ArrayList<>();
        Node document = PARSER.parse(markdown);
        for (Node node = document.getFirstChild(); node != null; node = nextBlock(node)) {
            if (node.getFirstChild() != null && !(node.getFirstChild() instanceof Block)) {
                edits.addAll(new MarkdownParagraphText(markdown, node).edits());
            }
        }
        return apply(edits, markdown);
    }

    // Without recursion, so that no depth of nesting can exhaust the stack.
    private static Node nextBlock(Node node) {
        if (node.getFirstChild() instanceof Block) {
            return node.getFirstChild();
        }
        Node last = node;
        while (last.getNext() == null && last.getParent() != null) {
            last = last.getParent();
        }
        return last.getNext();
    }

    private static String apply(List<Edit> edits, String markdown) {
        edits.sort(Comparator.comparingInt(Edit::start));
        StringBuilder result = new StringBuilder(markdown.length() + markdown.length() / 16);
        int copied = 0;
        for (Edit edit : edits) {
            result.append(markdown, copied, edit.start()).append(edit.replacement());
            copied = edit.end();
        }
        return result.append(markdown, copied, markdown.length()).toString();
    }
}
