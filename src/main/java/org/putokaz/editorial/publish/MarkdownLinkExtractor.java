package org.putokaz.editorial.publish;

import org.putokaz.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** Where the links of a prose text lead: an address with a letter of another script in it is another address. */
final class MarkdownLinkExtractor extends AbstractVisitor {

    private final String text;
    private final List<LinkTarget> targets = new ArrayList<>();
    private int from;

    private MarkdownLinkExtractor(String text) {
        this.text = text;
    }

    /** @param offset where it stands in the text; 0 where it is written otherwise there, with escapes */
    record LinkTarget(String address, int offset) {

        /** What was found in the target, placed in the text. */
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
        MarkdownLinkExtractor links = new MarkdownLinkExtractor(markdown);
        Parser.builder().build().parse(markdown).accept(links);
        return links.targets;
    }

    @Override
    public void visit(Link link) {
        int at = text.indexOf(link.getDestination(), from);
        from = at < 0 ? from : at + link.getDestination().length();
        targets.add(new LinkTarget(link.getDestination(), Math.max(at, 0)));
        visitChildren(link);
    }
}
