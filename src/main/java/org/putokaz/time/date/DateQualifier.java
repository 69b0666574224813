package org.putokaz.time.date;

/** Uncertainty of a date, the qualifier at its end in EDTF (ISO 8601-2). It never widens the bounds. */
public enum DateQualifier {
    NONE("", false, false),
    UNCERTAIN("?", true, false),
    APPROXIMATE("~", false, true),
    UNCERTAIN_AND_APPROXIMATE("%", true, true);

    private final String sign;
    private final boolean uncertain;
    private final boolean approximate;

    DateQualifier(String sign, boolean uncertain, boolean approximate) {
        this.sign = sign;
        this.uncertain = uncertain;
        this.approximate = approximate;
    }

    /** What stands at the end of the EDTF text; empty for {@link #NONE}. */
    public String sign() {
        return sign;
    }

    public boolean uncertain() {
        return uncertain;
    }

    public boolean approximate() {
        return approximate;
    }

    static DateQualifier atEndOf(String edtf) {
        for (DateQualifier qualifier : values()) {
            if (qualifier != NONE && edtf.endsWith(qualifier.sign)) {
                return qualifier;
            }
        }
        return NONE;
    }
}
