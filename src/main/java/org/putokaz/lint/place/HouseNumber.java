package org.putokaz.lint.place;

/**
 * Regular expressions, for folded text, of what stands around the name of a street: the space between words, the house
 * number, and what may follow a house number. A number that counts something ({@code 12 жртава}), a date, an hour or a
 * percentage has another word or sign after it.
 */
final class HouseNumber {

    /** Blanks and at most one end of a line: an address does not go on in another paragraph. */
    static final String SPACE = "(?: {1,3}\\n? {0,3}|\\n {0,3})";

    private static final String SIGN = "(?iu:(?:(?:na|u|pod|kod|at) )?(?:kucn[a-z]{1,2} )?"
            + "(?:k\\.? ?br\\.?|br\\.?|broj(?:a|u|em)?|no\\.?|nr\\.?|number|№|#) ?)";

    private static final String SUFFIX = "(?:[-–/] ?[0-9]{1,3}(?![0-9]))?(?:\\p{L}(?!\\p{L})| [bcdBCD](?!\\p{L}))?";

    /** Words that may follow a house number; any other word is what the number counts. */
    private static final String NEXT_WORD = "(?iu:u|na|kod|i|a|ali|ili|pored|preko|blizu|iza|ispred|do|je|se|sa|za"
            + "|koja|koji|koje|gde|stan|sprat|ulaz|lokal|prizemlje|podrum|opstina|in|near|next|opposite|and|or|at|on"
            + "|to|from|is|was|where|which|that|apartment|flat|floor|entrance)(?!\\p{L})";

    private static final String MONTH =
            "(?:January|February|March|April|May|June|July|August|September|October|November" + "|December)(?!\\p{L})";

    private static final String TAIL =
            "(?! ?[%‰°€$])(?! " + MONTH + ")(?![.,:/–-][0-9])(?![-–]\\p{L})(?!\\. ?\\p{Ll})(?![\\p{L}\\p{N}])"
                    + "(?=\\z|[.,;:!?)\\]”“\"«»/–—\\n-]|" + SPACE + "(?:\\p{Lu}|\\(|[„“\"–—-]|\\z|" + NEXT_WORD + "))";

    /** {@code бб}, without a number: a word of addresses alone. */
    static final String WITHOUT_NUMBER = "(?:bb|BB|[bB]\\. ?[bB]\\.?)(?![\\p{L}\\p{N}])";

    /** A number of at most three digits, with {@code бр.} before it of at most four. */
    static final String NUMBER = "(?:" + SIGN + "[0-9]{1,4}|(?<![0-9])[0-9]{1,3})" + SUFFIX + TAIL;

    /** The same, but only with {@code бр.} before it. */
    static final String SIGNED_NUMBER = SIGN + "[0-9]{1,4}" + SUFFIX + TAIL;

    private HouseNumber() {}
}
