package org.putokaz.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.putokaz.lint.Finding;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextKind;
import org.putokaz.lint.TextSpan;
import org.putokaz.lint.phone.DialledLink;
import org.putokaz.lint.phone.PhoneNumberComparer;
import org.putokaz.lint.phone.PhoneNumberScanner;

/**
 * Rule L11 for what CommonMark has beside its words: telephone numbers in code and behind links. A link whose text shows a number
 * and that dials another one is an error, as no reader notices it.
 */
final class HiddenNumberRule {

    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** A text that is nothing but a number, a short code too. */
    private static final Pattern NUMBER_ALONE = Pattern.compile("[+(]?[0-9][0-9 \u00A0()./–-]{1,30}[0-9]");

    private final String source;
    private final FindingCollector findings;

    private HiddenNumberRule(String source) {
        this.source = source;
        this.findings = new FindingCollector(source, PlainTextView.of(TextKind.LINE, source));
    }

    /** The findings in the order of the text. */
    static List<Finding> check(String markdown) {
        HiddenNumberRule rule = new HiddenNumberRule(markdown);
        Node document = PARSER.parse(markdown);
        for (Node node = document; node != null; node = next(node, document)) {
            rule.checkNode(node);
        }
        return rule.findings.sorted();
    }

    // Without recursion, so that no depth of nesting can exhaust the stack.
    private static @Nullable Node next(Node node, Node root) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node last = node;
        while (last != root && last.getNext() == null) {
            last = last.getParent();
        }
        return last == root ? null : last.getNext();
    }

    private void checkNode(Node node) {
        if (node instanceof Code || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
            node.getSourceSpans().forEach(this::checkCode);
        } else if (node instanceof Link link) {
            checkLink(link);
        }
    }

    private void checkCode(SourceSpan line) {
        int from = line.getInputIndex();
        String code = source.substring(from, from + line.getLength());
        PhoneNumberScanner.scan(code)
                .forEach(number ->
                        findings.add(LintCode.PHONE_IN_PROSE, new TextSpan(from + number.from(), from + number.to())));
    }

    private void checkLink(Link link) {
        String text = text(link);
        List<String> shown = numbersIn(text);
        if (link.getTitle() != null) {
            shown.addAll(numbersIn(link.getTitle()));
        }
        Optional<String> dialled = DialledLink.numberIn(link.getDestination());
        if (dialled.isEmpty()) {
            if (link.getTitle() != null && !numbersIn(link.getTitle()).isEmpty()) {
                findings.add(LintCode.PHONE_IN_PROSE, span(link, link.getTitle()));
            }
            return;
        }
        TextSpan target = span(link, link.getDestination());
        if (shown.isEmpty() || isAutolink(link)) {
            findings.add(LintCode.PHONE_IN_LINK, target, FindingCollector.shorten(text));
        } else if (shown.stream().noneMatch(number -> PhoneNumberComparer.isShown(dialled.get(), number))) {
            findings.add(LintCode.PHONE_LINK_MISMATCH, target, FindingCollector.shorten(text), dialled.get());
        }
    }

    /** What a reader sees of a link. */
    private static String text(Link link) {
        StringBuilder text = new StringBuilder();
        for (Node node = link.getFirstChild(); node != null; node = next(node, link)) {
            if (node instanceof Text words) {
                text.append(words.getLiteral());
            } else if (node instanceof Code code) {
                text.append(code.getLiteral());
            } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    private static List<String> numbersIn(String text) {
        List<String> numbers = new ArrayList<>();
        PhoneNumberScanner.scan(text).forEach(number -> numbers.add(number.in(text)));
        DialledLink.numberIn(text).ifPresent(numbers::add);
        if (numbers.isEmpty() && NUMBER_ALONE.matcher(text.strip()).matches()) {
            numbers.add(text.strip());
        }
        return numbers;
    }

    /** Where a part of the link stands; the whole link where it is written with escapes. */
    private TextSpan span(Link link, String part) {
        List<SourceSpan> spans = link.getSourceSpans();
        SourceSpan last = spans.get(spans.size() - 1);
        int from = spans.get(0).getInputIndex();
        int to = last.getInputIndex() + last.getLength();
        int at = source.lastIndexOf(part, to - part.length());
        return at < from ? new TextSpan(from, to) : new TextSpan(at, at + part.length());
    }

    private boolean isAutolink(Link link) {
        return source.charAt(link.getSourceSpans().get(0).getInputIndex()) == '<';
    }
}
