package org.putokaz.live.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.Parser;
import org.putokaz.problem.Message;

/**
 * Rules for prose in CommonMark: no raw HTML, no images, no reference links, and links only to the web, a mailbox, a telephone
 * or this site.
 */
final class MarkdownRules {

    private static final Set<String> ALLOWED_SCHEMES = Set.of("https", "http", "mailto", "tel");

    private MarkdownRules() {}

    static List<Message> check(String markdown) {
        ViolationVisitor visitor = new ViolationVisitor();
        Parser.builder().build().parse(markdown).accept(visitor);
        return visitor.reasons;
    }

    private static final class ViolationVisitor extends AbstractVisitor {

        private final List<Message> reasons = new ArrayList<>();

        @Override
        public void visit(HtmlInline html) {
            reasons.add(Message.of("raw-html", html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            reasons.add(
                    Message.of("raw-html", html.getLiteral().lines().findFirst().orElse("")));
        }

        @Override
        public void visit(Link link) {
            checkDestination(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            reasons.add(Message.of("image-in-prose"));
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            // The label is text too, which transliteration would have to change in two places at once.
            reasons.add(Message.of("reference-link", definition.getLabel()));
        }

        private void checkDestination(String destination) {
            String compact = destination.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
            int colon = compact.indexOf(':');
            boolean relative = colon < 0 || compact.startsWith("/") || compact.startsWith("#");
            if (!relative && !ALLOWED_SCHEMES.contains(compact.substring(0, colon)) || compact.startsWith("//")) {
                reasons.add(Message.of("link-not-allowed", destination));
            }
        }
    }
}
