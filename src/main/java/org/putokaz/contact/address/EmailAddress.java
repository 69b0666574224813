package org.putokaz.contact.address;

import com.ibm.icu.text.Normalizer2;
import java.net.URI;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.putokaz.problem.InvalidValueException;

/**
 * Public mail address, in ASCII or internationalised ({@code центар@центар.срб}). Addresses with letters that imitate
 * those of another script are rejected.
 *
 * @param address as typed, in NFC
 * @param asciiAddress the same with the host in Punycode; the part before the @ stays as it is, since it has no ASCII
 *     form
 */
public record EmailAddress(String address, String asciiAddress) {

    /**
     * The longest address that a mail server must accept (RFC 5321, section 4.5.3.1.3, without the angle brackets).
     */
    static final int MAX_LENGTH = 254;

    private static final WebHost.ErrorCodes HOST_ERROR_CODES = new WebHost.ErrorCodes(
            "email-not-an-address", "email-ip-literal", "email-mixed-script", "email-unknown-top-level-domain");

    private static final Pattern UNENCODED_IN_MAILTO = Pattern.compile("[A-Za-z0-9._~!$'*+@-]");

    /**
     * @param typed as an editor typed it
     * @throws InvalidValueException {@code email-too-long}, {@code email-quoted-local-part}, {@code
     *     email-stray-character}, {@code email-not-an-address}, {@code email-ip-literal}, {@code email-mixed-script}
     *     or {@code email-unknown-top-level-domain}
     */
    public static EmailAddress of(String typed) {
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidValueException("email-too-long", MAX_LENGTH);
        }
        String address = Normalizer2.getNFCInstance().normalize(typed);
        if (address.startsWith("\"")) {
            throw new InvalidValueException("email-quoted-local-part");
        }
        UnexpectedCharacter.rejectInvisible(address, "email-stray-character");
        int at = address.lastIndexOf('@');
        if (at < 1) {
            throw new InvalidValueException("email-not-an-address", address);
        }
        String mailbox = address.substring(0, at + 1);
        String asciiAddress = mailbox
                + WebHost.of(mailbox, address.substring(at + 1), HOST_ERROR_CODES)
                        .ascii();
        if (!EmailValidator.getInstance(false, true).isValid(asciiAddress)) {
            throw new InvalidValueException("email-not-an-address", address);
        }
        return new EmailAddress(address, asciiAddress);
    }

    /** {@code mailto:} in ASCII (RFC 6068); non-ASCII letters before the @ are percent-encoded UTF-8. */
    public URI uri() {
        return URI.create("mailto:" + PercentEncoding.encode(asciiAddress, EmailAddress::isUnencoded));
    }

    /** Whether only servers with SMTPUTF8 (RFC 6531) can deliver to it. */
    boolean needsInternationalMail() {
        return asciiAddress.codePoints().anyMatch(c -> c >= 0x80);
    }

    private static boolean isUnencoded(int character) {
        return UNENCODED_IN_MAILTO.matcher(Character.toString(character)).matches();
    }
}
