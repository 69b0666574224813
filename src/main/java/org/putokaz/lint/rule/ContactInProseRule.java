package org.putokaz.lint.rule;

import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;
import org.putokaz.lint.phone.DialledLink;
import org.putokaz.lint.phone.PhoneNumberScanner;

/**
 * Rule L11: a telephone number or a mail address typed into prose, where it is not verified and does not follow
 * changes of the contact channel. What is not among the words of CommonMark is searched by {@link HiddenNumberRule}.
 */
final class ContactInProseRule implements LintRule {

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan address : view.addresses()) {
            String text = view.text(address);
            if (text.indexOf('@') > 0 && !text.contains("://")) {
                findings.add(LintCode.MAIL_IN_PROSE, address);
            } else if (DialledLink.numberIn(text).isPresent()) {
                findings.add(LintCode.PHONE_IN_PROSE, address);
            }
        }
        PhoneNumberScanner.scan(view.text(), view::isAddress)
                .forEach(number -> findings.add(LintCode.PHONE_IN_PROSE, new TextSpan(number.from(), number.to())));
    }
}
