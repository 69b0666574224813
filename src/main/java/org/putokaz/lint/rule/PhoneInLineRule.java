package org.putokaz.lint.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;
import org.putokaz.lint.phone.DialledLink;
import org.putokaz.lint.phone.PhoneNumberComparer;
import org.putokaz.lint.phone.PhoneNumberScanner;

/**
 * Rule L11 for a name, label or title: a telephone number in it may be that of the channel itself, or else of a published channel,
 * but no other. A reader dials what the label says, and applications dial what the channel says.
 */
final class PhoneInLineRule implements LintRule {

    /** The year after the number of a file: {@code 011-00123/2019}. */
    private static final Pattern YEAR = Pattern.compile("/(?:19|20)[0-9]{2}(?![0-9])");

    /** Short codes for emergencies and help, such as 112, 192, 116 006, 19833; a year has four digits. */
    private static final Pattern SHORT_CODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/+-])(?:1[0-9]{2}|116[ \\u00A0]?[0-9]{3}|19[0-9]{3})(?![\\p{N}]|[ .,/-]?[0-9])");

    private final KnownNumbers known;

    PhoneInLineRule(KnownNumbers known) {
        this.known = known;
    }

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan address : view.addresses()) {
            Optional<String> dialled = DialledLink.numberIn(view.text(address));
            dialled.ifPresent(number -> check(number, address, findings));
        }
        for (PhoneNumberScanner.Match number : PhoneNumberScanner.scan(view.text(), view::isAddress)) {
            boolean isFileNumber =
                    YEAR.matcher(view.text()).region(number.to(), view.length()).lookingAt();
            if (!isFileNumber) {
                check(number.in(view.text()), new TextSpan(number.from(), number.to()), findings);
            }
        }
        checkShortCodes(view, findings);
    }

    /** A short code in the label of a channel that dials another one, or a full number. */
    private void checkShortCodes(PlainTextView view, FindingCollector findings) {
        String own = known.own();
        if (own == null) {
            return;
        }
        Matcher code = SHORT_CODE.matcher(view.text());
        while (code.find()) {
            boolean isOwn = code.group().replaceAll("[^0-9]", "").equals(own.replaceAll("[^0-9]", ""));
            if (!isOwn && !view.isAddress(code.start())) {
                findings.add(LintCode.PHONE_NOT_OF_CHANNEL, new TextSpan(code.start(), code.end()), own);
            }
        }
    }

    private void check(String number, TextSpan span, FindingCollector findings) {
        String own = known.own();
        if (own != null && !PhoneNumberComparer.isShown(own, number)) {
            findings.add(LintCode.PHONE_NOT_OF_CHANNEL, span, own);
        } else if (own == null && !known.isPublished().test(number)) {
            findings.add(LintCode.PHONE_OF_NO_CHANNEL, span);
        }
    }
}
