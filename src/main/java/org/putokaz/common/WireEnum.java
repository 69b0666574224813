package org.putokaz.common;

import com.fasterxml.jackson.databind.EnumNamingStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.Locale;

/** Enumeration whose constants are spelled in lower case, words joined by hyphens, in JSON and in parameters. */
@EnumNaming(WireEnum.Hyphenated.class)
public interface WireEnum {

    default String wireName() {
        return Hyphenated.spell(((Enum<?>) this).name());
    }

    /** Jackson's name of each constant. */
    final class Hyphenated implements EnumNamingStrategy {

        @Override
        public String convertEnumToExternalName(String constant) {
            return spell(constant);
        }

        private static String spell(String constant) {
            return constant.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
