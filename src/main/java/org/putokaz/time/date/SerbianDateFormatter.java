package org.putokaz.time.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Formatter of partial dates in Serbian, with the words of each script written out. Every preposition used here (око,
 * од, до, између, током) takes the genitive, so a date has two forms: on its own and within a phrase.
 */
final class SerbianDateFormatter {

    static final SerbianDateFormatter CYRILLIC = new SerbianDateFormatter(
            false,
            "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
            "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра");

    static final SerbianDateFormatter LATIN = new SerbianDateFormatter(
            true,
            "januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
            "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra");

    private static final int[] ROMAN_VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final List<String> ROMAN_NUMERALS = List.of("C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");

    private final boolean latin;
    private final List<String> months;
    private final List<String> genitiveMonths;

    private SerbianDateFormatter(boolean latin, String months, String genitiveMonths) {
        this.latin = latin;
        this.months = List.of(months.split(" "));
        this.genitiveMonths = List.of(genitiveMonths.split(" "));
    }

    /** On its own: {@code 13. април 2012.} */
    String say(PartialDate date) {
        return say(date, false);
    }

    /** After a word that takes the genitive or in a phrase: {@code 13. априла 2012.} Intervals and ranges stay as they are. */
    String sayInGenitive(PartialDate date) {
        return say(date, true);
    }

    private String say(PartialDate date, boolean genitive) {
        if (date instanceof DateInterval interval) {
            return interval(interval);
        }
        if (date instanceof DateWithinRange oneOf) {
            return oneOf(oneOf);
        }
        return qualified((SingleDate) date, genitive);
    }

    private String interval(DateInterval interval) {
        String from = word("од ", "od ");
        String to = word("до ", "do ");
        String unknown = word("непознатог датума", "nepoznatog datuma");
        if (!(interval.start() instanceof SingleDate start)) {
            String until = to + genitive((SingleDate) interval.end());
            return interval.start() == MissingEnd.UNKNOWN ? from + unknown + " " + until : until;
        }
        String since = from + genitive(start);
        if (interval.end() instanceof SingleDate end) {
            return since + " " + to + genitive(end);
        }
        return interval.end() == MissingEnd.UNKNOWN ? since + " " + to + unknown : since;
    }

    private String oneOf(DateWithinRange oneOf) {
        SingleDate from = oneOf.from();
        SingleDate to = oneOf.to();
        if (from == null) {
            return word("најкасније ", "najkasnije ") + during(Objects.requireNonNull(to));
        }
        return to == null
                ? word("најраније ", "najranije ") + during(from)
                : word("између ", "između ") + genitive(from) + word(" и ", " i ") + genitive(to);
    }

    /** Најкасније 2004, but најкасније током 2010-их. */
    private String during(SingleDate date) {
        boolean many = date.precision().compareTo(DatePrecision.YEAR) < 0
                && !date.qualifier().approximate();
        return (many ? word("током ", "tokom ") : "") + genitive(date);
    }

    private String genitive(SingleDate date) {
        return qualified(date, true);
    }

    private String qualified(SingleDate date, boolean genitive) {
        boolean about = date.qualifier().approximate();
        return (about ? word("око ", "oko ") : "")
                + plain(date, genitive || about)
                + (date.qualifier().uncertain() ? " (?)" : "");
    }

    private String plain(SingleDate date, boolean genitive) {
        LocalDate first = date.earliest();
        int year = first.getYear();
        String month = (genitive ? genitiveMonths : months).get(first.getMonthValue() - 1);
        return switch (date.precision()) {
            case DAY -> first.getDayOfMonth() + ". " + month + " " + year + ".";
            case MONTH -> month + " " + year + ".";
            case DECADE -> year + (genitive ? word("-их", "-ih") : word("-е", "-e"));
            case CENTURY -> roman(year / 100 + 1) + word(" век", " vek") + (genitive ? word("а", "a") : "");
            case MILLENNIUM ->
                (year / 1000 + 1) + word(". миленијум", ". milenijum") + (genitive ? word("а", "a") : "");
            default -> year + ".";
        };
    }

    /** A number from 1 to 100 in Roman numerals: Latin letters in both scripts. */
    private static String roman(int number) {
        StringBuilder numeral = new StringBuilder();
        int rest = number;
        for (int i = 0; i < ROMAN_VALUES.length; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                numeral.append(ROMAN_NUMERALS.get(i));
            }
        }
        return numeral.toString();
    }

    private String word(String inCyrillic, String inLatin) {
        return latin ? inLatin : inCyrillic;
    }
}
