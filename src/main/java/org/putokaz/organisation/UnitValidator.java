package org.putokaz.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.WebAddressRule;
import org.putokaz.time.date.PartialDate;

/** What a unit must be to be published. */
final class UnitValidator {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private UnitValidator() {}

    static void check(UnitContent unit, ContentViolations check) {
        check.required("/name", unit.name());
        check.line("/name", unit.name());
        check.line("/shortName", unit.shortName());
        check.prose("/description", unit.description());
        check.required("/kind", unit.kind());
        check.distinct("/predecessors", unit.predecessors());
        check.distinct("/languages", unit.languages());
        check.prose("/accessibility", unit.accessibility());
        order(unit.established(), unit.dissolved(), check);
        legalBasis(unit.legalBasis(), check);
        place(unit, check);
    }

    private static void order(
            @Nullable PartialDate established, @Nullable PartialDate dissolved, ContentViolations check) {
        LocalDate from = established == null ? null : established.earliest();
        LocalDate to = dissolved == null ? null : dissolved.latest();
        if (from != null && to != null && to.isBefore(from)) {
            check.refuse("/dissolved", "dissolved-before-established");
        }
    }

    private static void legalBasis(List<UnitContent.LegalBasis> bases, ContentViolations check) {
        check.count("/legalBasis", bases);
        for (int i = 0; i < bases.size(); i++) {
            UnitContent.LegalBasis basis = bases.get(i);
            check.required("/legalBasis/" + i + "/title", basis.title());
            check.line("/legalBasis/" + i + "/title", basis.title());
            check.line("/legalBasis/" + i + "/gazette", basis.gazette());
            check.day("/legalBasis/" + i + "/date", basis.date());
            WebAddressRule.check("/legalBasis/" + i + "/url", basis.url(), check);
        }
    }

    private static void place(UnitContent unit, ContentViolations check) {
        UnitContent.Address address = unit.address();
        if (address != null) {
            check.required("/address/city", address.city());
            check.line("/address/street", address.street());
            check.line("/address/city", address.city());
            check.line("/address/district", address.district());
            if (address.country() != null && !COUNTRIES.contains(address.country())) {
                check.refuse("/address/country", "not-a-country");
            }
            if (address.postalCode() != null && !address.postalCode().matches("[A-Z0-9][A-Z0-9 -]{1,9}")) {
                check.refuse("/address/postalCode", "not-a-postal-code");
            }
        }
        UnitContent.GeoPoint point = unit.location();
        if (point != null && !(Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180)) {
            check.refuse("/location", "not-on-earth");
        }
    }
}
