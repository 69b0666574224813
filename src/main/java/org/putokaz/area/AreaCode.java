package org.putokaz.area;

/** Code of an area in its list. */
public record AreaCode(AreaScheme scheme, String code) {

    private static final char SEPARATOR = ':';

    /** As in the parameter of lists and in the index: {@code rs-municipality:70181}. */
    public String key() {
        return scheme.wireName() + SEPARATOR + code;
    }
}
