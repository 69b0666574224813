package org.putokaz.lint.rule;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.putokaz.lint.FindingCollector;
import org.putokaz.lint.LetterTables;
import org.putokaz.lint.LintCode;
import org.putokaz.lint.LintRule;
import org.putokaz.lint.PlainTextView;
import org.putokaz.lint.TextSpan;

/**
 * Rule L12: a Cyrillic letter in a mail address or a URL, where it makes another address, which a stranger may own.
 * It is allowed where the top-level domain is Cyrillic; even there no word may have two scripts.
 */
final class AddressScriptRule implements LintRule {

    private static final Set<String> CYRILLIC_TOP_LEVEL_DOMAINS = Set.of("срб", "мкд", "рф");

    private static final MixedScriptRule MIXED = new MixedScriptRule(false);

    @Override
    public void check(PlainTextView view, FindingCollector findings) {
        for (TextSpan span : view.addresses()) {
            String address = view.text(span);
            OptionalInt cyrillic = LetterTables.find(address, LetterTables::isCyrillic);
            if (cyrillic.isPresent() && !hasCyrillicHost(address)) {
                findings.add(
                        LintCode.CYRILLIC_IN_ADDRESS,
                        span,
                        remedies(address),
                        LetterTables.described(address, cyrillic.getAsInt()));
            }
        }
        view.words().stream()
                .filter(word -> view.isAddress(word.from()))
                .forEach(word -> MIXED.check(word, view, findings));
    }

    private static boolean hasCyrillicHost(String address) {
        int scheme = address.indexOf("://");
        String rest = address.substring(scheme < 0 ? 0 : scheme + "://".length());
        int path = LetterTables.find(rest, c -> "/?#".indexOf(c) >= 0).orElse(rest.length());
        String host = rest.substring(rest.lastIndexOf('@', path) + 1, path).replaceFirst(":[0-9]{0,5}$", "");
        String topLevelDomain = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return CYRILLIC_TOP_LEVEL_DOMAINS.contains(topLevelDomain);
    }

    private static List<String> remedies(String address) {
        for (int i = 0; i < address.length(); i++) {
            boolean besideADigit = (i > 0 && LetterTables.isDigit(address.charAt(i - 1)))
                    || (i + 1 < address.length() && LetterTables.isDigit(address.charAt(i + 1)));
            // It may stand for a digit as well as for a letter.
            if (besideADigit && LetterTables.isCyrillic(address.charAt(i))) {
                return List.of();
            }
        }
        return LetterTables.asLatin(address).stream().toList();
    }
}
