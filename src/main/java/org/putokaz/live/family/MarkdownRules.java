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

/** What prose may not hold: raw HTML, and links to anywhere but the web, a mailbox, a telephone or this site. */
final class MarkdownRules {

    private static final Set<String> SCHEMES = Set.of("https", "http", "mailto", "tel");

    private MarkdownRules() {}

    static List<Message> check(String markdown) {
        Finder finder = new Finder();
        Parser.builder().build().parse(markdown).accept(finder);
        return finder.found;
    }

    private static final class Finder extends AbstractVisitor {

        private final List<Message> found = new ArrayList<>();

        @Override
        public void visit(HtmlInline html) {
            found.add(Message.of("raw-html", html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            found.add(
                    Message.of("raw-html", html.getLiteral().lines().findFirst().orElse("")));
        }

        @Override
        public void visit(Link link) {
            target(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            found.add(Message.of("image-in-prose"));
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            // Its label doubles as text, which transliteration would have to change in two places at once.
            found.add(Message.of("reference-link", definition.getLabel()));
        }

        private void target(String destination) {
            String compact = destination.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
            int colon = compact.indexOf(':');
            boolean relative = colon < 0 || compact.startsWith("/") || compact.startsWith("#");
            if (!relative && !SCHEMES.contains(compact.substring(0, colon)) || compact.startsWith("//")) {
                found.add(Message.of("link-not-allowed", destination));
            }
        }
    }
}
