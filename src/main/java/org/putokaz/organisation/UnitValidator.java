package org.putokaz.organisation;

import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.WebAddressRule;
import org.putokaz.time.date.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a unit must be to be published. */
final class UnitValidator {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private UnitValidator() {}

    static void check(UnitContent unit, ContentViolations check) {
        check.checkRequired("/name", unit.name());
        check.checkLine("/name", unit.name());
        check.checkLine("/shortName", unit.shortName());
        check.checkProse("/description", unit.description());
        check.checkRequired("/kind", unit.kind());
        check.checkDistinct("/predecessors", unit.predecessors());
        check.checkDistinct("/languages", unit.languages());
        check.checkProse("/accessibility", unit.accessibility());
        order(unit.established(), unit.dissolved(), check);
        legalBasis(unit.legalBasis(), check);
        place(unit, check);
    }

    private static void order(
            @Nullable PartialDate established, @Nullable PartialDate dissolved, ContentViolations check) {
        LocalDate from = established == null ? null : established.earliest();
        LocalDate to = dissolved == null ? null : dissolved.latest();
        if (from != null && to != null && to.isBefore(from)) {
            check.add("/dissolved", "dissolved-before-established");
        }
    }

    private static void legalBasis(List<UnitContent.LegalBasis> bases, ContentViolations check) {
        check.checkSize("/legalBasis", bases);
        for (int i = 0; i < bases.size(); i++) {
            UnitContent.LegalBasis basis = bases.get(i);
            check.checkRequired("/legalBasis/" + i + "/title", basis.title());
            check.checkLine("/legalBasis/" + i + "/title", basis.title());
            check.checkLine("/legalBasis/" + i + "/gazette", basis.gazette());
            check.checkDay("/legalBasis/" + i + "/date", basis.date());
            WebAddressRule.check("/legalBasis/" + i + "/url", basis.url(), check);
        }
    }

    private static void place(UnitContent unit, ContentViolations check) {
        UnitContent.Address address = unit.address();
        if (address != null) {
            check.checkRequired("/address/city", address.city());
            check.checkLine("/address/street", address.street());
            check.checkLine("/address/city", address.city());
            check.checkLine("/address/district", address.district());
            if (address.country() != null && !COUNTRIES.contains(address.country())) {
                check.add("/address/country", "not-a-country");
            }
            if (address.postalCode() != null && !address.postalCode().matches("[A-Z0-9][A-Z0-9 -]{1,9}")) {
                check.add("/address/postalCode", "not-a-postal-code");
            }
        }
        UnitContent.GeoPoint point = unit.location();
        if (point != null && !(Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180)) {
            check.add("/location", "not-on-earth");
        }
    }
}
