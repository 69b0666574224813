package org.putokaz.lint;

import static org.putokaz.lint.Severity.ERROR;
import static org.putokaz.lint.Severity.WARNING;

/**
 * Codes of all findings of the linter. The ids are those of the editors' rule book; L7, spelling, has no row, since
 * no Serbian dictionary with a clear licence comes as a library (decision 13).
 */
public enum LintCode {
    MIXED_SCRIPT("L1", ERROR, "mixed-script"),
    LETTER_FOR_DIGIT("L1", ERROR, "letter-for-digit"),
    INVISIBLE_CHARACTER("L2", ERROR, "invisible-character"),
    LETTER_NOT_SERBIAN("L3", ERROR, "letter-not-serbian"),
    LETTER_OF_ANOTHER_LANGUAGE("L3", WARNING, "letter-of-another-language"),
    ETH_FOR_DJ("L3", ERROR, "eth-for-dj"),
    ETH_PERHAPS_FOR_DJ("L3", WARNING, "eth-perhaps-for-dj"),
    DIGRAPH_IN_ONE_CHARACTER("L3", ERROR, "digraph-in-one-character"),
    ROMAN_NUMERAL_IN_CYRILLIC("L4", WARNING, "roman-numeral-in-cyrillic"),
    LATIN_WORD("L5", WARNING, "latin-word"),
    LATIN_WORD_LOOKS_CYRILLIC("L5", WARNING, "latin-word-looks-cyrillic"),
    NOT_COMPOSED("L6", ERROR, "not-composed"),
    DATE_FORM("L8", WARNING, "date-form"),
    DATE_WITHOUT_YEAR("L8", WARNING, "date-without-year"),
    NO_SUCH_DATE("L8", WARNING, "no-such-date"),
    YEAR_WITHOUT_DOT("L8", WARNING, "year-without-dot"),
    RELATIVE_YEAR("L8", WARNING, "relative-year"),
    DOUBLE_SPACE("L9", WARNING, "double-space"),
    SPACE_AT_EDGE("L9", WARNING, "space-at-edge"),
    SPACE_BEFORE_MARK("L9", WARNING, "space-before-mark"),
    NO_SPACE_AFTER_MARK("L9", WARNING, "no-space-after-mark"),
    ODD_SPACE("L9", WARNING, "odd-space"),
    DOUBLED_WORD("L9", WARNING, "doubled-word"),
    STRAIGHT_QUOTES("L10", WARNING, "straight-quotes"),
    MIXED_QUOTES("L10", WARNING, "mixed-quotes"),
    PHONE_IN_PROSE("L11", WARNING, "phone-in-prose"),
    PHONE_IN_LINK("L11", WARNING, "phone-in-link"),
    PHONE_LINK_MISMATCH("L11", ERROR, "phone-link-mismatch"),
    PHONE_NOT_OF_CHANNEL("L11", WARNING, "phone-not-of-channel"),
    PHONE_OF_NO_CHANNEL("L11", WARNING, "phone-of-no-channel"),
    MAIL_IN_PROSE("L11", WARNING, "mail-in-prose"),
    CYRILLIC_IN_ADDRESS("L12", ERROR, "cyrillic-in-address"),
    PLACE_STREET("L13", WARNING, "place-street"),
    PLACE_NAME_WITH_NUMBER("L13", WARNING, "place-name-with-number"),
    PLACE_POSTAL_CODE("L13", WARNING, "place-postal-code"),
    PLACE_COORDINATES("L13", WARNING, "place-coordinates"),
    PLACE_PLUS_CODE("L13", WARNING, "place-plus-code"),
    PLACE_WORDS("L13", WARNING, "place-words"),
    PLACE_MAP_LINK("L13", WARNING, "place-map-link"),
    PLACE_LANDLINE("L13", WARNING, "place-landline"),
    PLACE_LANDMARK("L13", WARNING, "place-landmark"),
    OTHER_SCRIPT("L14", WARNING, "other-script"),
    NOT_TRANSLATED("L14", WARNING, "not-translated"),
    NUMBER_ADDED("L14", WARNING, "number-added"),
    NUMBER_LEFT_OUT("L14", WARNING, "number-left-out");

    private final String rule;
    private final Severity level;
    private final String code;

    LintCode(String rule, Severity level, String code) {
        this.rule = rule;
        this.level = level;
        this.code = code;
    }

    public String rule() {
        return rule;
    }

    public Severity level() {
        return level;
    }

    /** The stable code of its message. */
    public String code() {
        return code;
    }
}
