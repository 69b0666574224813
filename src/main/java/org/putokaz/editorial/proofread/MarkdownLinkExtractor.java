package org.putokaz.editorial.proofread;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.putokaz.lint.Finding;

/** Extractor of the link targets of a CommonMark text, which the linter checks as addresses. */
final class MarkdownLinkExtractor extends AbstractVisitor {

    private final String text;
    private final List<LinkTarget> targets = new ArrayList<>();
    private int from;

    private MarkdownLinkExtractor(String text) {
        this.text = text;
    }

    /**
     * Target of one link.
     *
     * @param offset of the address in the text, in UTF-16 code units; 0 when the text writes it with escapes
     */
    record LinkTarget(String address, int offset) {

        /** The finding with its offset in the text instead of that in the address. */
        Finding locateInText(Finding finding) {
            return new Finding(
                    finding.rule(),
                    finding.level(),
                    finding.message(),
                    offset + finding.offset(),
                    finding.length(),
                    finding.line(),
                    finding.column(),
                    finding.found(),
                    finding.suggestions());
        }
    }

    static List<LinkTarget> extract(String markdown) {
        MarkdownLinkExtractor extractor = new MarkdownLinkExtractor(markdown);
        Parser.builder().build().parse(markdown).accept(extractor);
        return extractor.targets;
    }

    @Override
    public void visit(Link link) {
        int at = text.indexOf(link.getDestination(), from);
        from = at < 0 ? from : at + link.getDestination().length();
        targets.add(new LinkTarget(link.getDestination(), Math.max(at, 0)));
        visitChildren(link);
    }
}
