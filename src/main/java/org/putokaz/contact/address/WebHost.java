package org.putokaz.contact.address;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.DomainValidator;
import org.putokaz.problem.InvalidValueException;

/**
 * Host of a mail or web address: a public name under a known top-level domain, without homoglyphs (UTS #46).
 *
 * @param unicode for people, for example {@code центар.срб}
 * @param ascii for machines, for example {@code xn--80ajyniv.xn--90a3ac}
 */
record WebHost(String unicode, String ascii) {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    // Browsers take every host whose last label is a number for an IPv4 address, also "2130706433" and "0x7f.1".
    private static final Pattern IPV4 = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");

    /** Error codes of one kind of address. */
    record ErrorCodes(String notAName, String ipLiteral, String mixedScript, String unknownTopLevelDomain) {}

    /**
     * @param before the part of the address before the host, for the positions in messages
     * @param typed the host, in Unicode or Punycode, without a port
     * @throws InvalidValueException with one of the given codes
     */
    static WebHost of(String before, String typed, ErrorCodes codes) {
        IDNA.Info info = new IDNA.Info();
        String unicode = UTS46.nameToUnicode(typed, new StringBuilder(), info).toString();
        String ascii = UTS46.nameToASCII(typed, new StringBuilder(), info).toString();
        if (typed.startsWith("[") || IPV4.matcher(ascii).matches()) {
            throw new InvalidValueException(codes.ipLiteral(), typed);
        }
        if (info.hasErrors() || ascii.endsWith(".")) {
            throw new InvalidValueException(codes.notAName(), before + typed);
        }
        OptionalInt homoglyph = HomoglyphDetector.findIn(before + unicode);
        if (homoglyph.isPresent()) {
            throw UnexpectedCharacter.at(before + unicode, homoglyph.getAsInt()).toException(codes.mixedScript());
        }
        String topLevelDomain = unicode.substring(unicode.lastIndexOf('.') + 1);
        if (!DomainValidator.getInstance().isValidTld(ascii.substring(ascii.lastIndexOf('.') + 1))) {
            throw new InvalidValueException(codes.unknownTopLevelDomain(), topLevelDomain);
        }
        if (!DomainValidator.getInstance().isValid(ascii)) {
            throw new InvalidValueException(codes.notAName(), before + typed);
        }
        return new WebHost(unicode, ascii.toLowerCase(Locale.ROOT));
    }
}
