package org.putokaz.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.ServedArea;
import org.putokaz.live.family.Attachment;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.WebAddressRule;
import org.putokaz.organisation.service.ServiceValidator;
import org.putokaz.time.date.PartialDate;

/** Validator of the content of an organisational unit before publication. */
final class UnitValidator {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private UnitValidator() {}

    static void validate(UnitContent unit, ContentViolations violations) {
        violations.checkRequired("/name", unit.name());
        violations.checkName("/name", unit.name());
        violations.checkLine("/shortName", unit.shortName());
        violations.checkProse("/description", unit.description());
        violations.checkRequired("/kind", unit.kind());
        violations.checkDistinct("/predecessors", unit.predecessors());
        violations.checkDistinct("/languages", unit.languages());
        ServedArea.validate("/areaServed", unit.areaServed(), violations);
        violations.checkProse("/accessibility", unit.accessibility());
        validateDates(unit.established(), unit.dissolved(), violations);
        validateFormerNames(unit.formerNames(), unit.dissolved(), violations);
        IdentifierRules.check("/identifiers", unit.identifiers(), violations);
        validateLegalBasis(unit.legalBasis(), violations);
        validateLocation(unit, violations);
        Attachment.check("/attachments", unit.attachments(), violations);
        ServiceValidator.validate(unit.services(), violations);
    }

    private static void validateDates(
            @Nullable PartialDate established, @Nullable PartialDate dissolved, ContentViolations violations) {
        if (isCertainlyAfter(established, dissolved)) {
            violations.add("/dissolved", "dissolved-before-established");
        }
    }

    /** The names of a unit may overlap: the old one is often in use for a while beside the new one. */
    private static void validateFormerNames(
            List<UnitContent.FormerName> names, @Nullable PartialDate dissolved, ContentViolations violations) {
        violations.checkSize("/formerNames", names);
        for (int i = 0; i < names.size(); i++) {
            UnitContent.FormerName former = names.get(i);
            String pointer = "/formerNames/" + i;
            violations.checkRequired(pointer + "/name", former.name());
            violations.checkName(pointer + "/name", former.name());
            if (isCertainlyAfter(former.from(), former.until())) {
                violations.add(pointer + "/until", "to-before-from");
            }
            checkNotAfterDissolution(pointer + "/from", former.from(), dissolved, violations);
            checkNotAfterDissolution(pointer + "/until", former.until(), dissolved, violations);
        }
    }

    private static void checkNotAfterDissolution(
            String pointer, @Nullable PartialDate date, @Nullable PartialDate dissolved, ContentViolations violations) {
        if (date != null && dissolved != null && isCertainlyAfter(date, dissolved)) {
            violations.add(pointer, "name-after-dissolution", date.edtf(), dissolved.edtf());
        }
    }

    /** Whether every day that one date can mean is after every day that the other can. */
    private static boolean isCertainlyAfter(@Nullable PartialDate one, @Nullable PartialDate other) {
        LocalDate earliest = one == null ? null : one.earliest();
        LocalDate latest = other == null ? null : other.latest();
        return earliest != null && latest != null && earliest.isAfter(latest);
    }

    private static void validateLegalBasis(List<UnitContent.LegalBasis> bases, ContentViolations violations) {
        violations.checkSize("/legalBasis", bases);
        for (int i = 0; i < bases.size(); i++) {
            UnitContent.LegalBasis basis = bases.get(i);
            violations.checkRequired("/legalBasis/" + i + "/title", basis.title());
            violations.checkName("/legalBasis/" + i + "/title", basis.title());
            violations.checkLine("/legalBasis/" + i + "/gazette", basis.gazette());
            violations.checkDay("/legalBasis/" + i + "/date", basis.date());
            WebAddressRule.check("/legalBasis/" + i + "/url", basis.url(), violations);
        }
    }

    private static void validateLocation(UnitContent unit, ContentViolations violations) {
        UnitContent.Address address = unit.address();
        if (address != null) {
            violations.checkRequired("/address/city", address.city());
            violations.checkLine("/address/street", address.street());
            violations.checkLine("/address/city", address.city());
            violations.checkLine("/address/district", address.district());
            if (address.country() != null && !COUNTRIES.contains(address.country())) {
                violations.add("/address/country", "not-a-country");
            }
            if (address.postalCode() != null && !address.postalCode().matches("[A-Z0-9][A-Z0-9 -]{1,9}")) {
                violations.add("/address/postalCode", "not-a-postal-code");
            }
        }
        UnitContent.GeoPoint point = unit.location();
        if (point != null && !(Math.abs(point.latitude()) <= 90 && Math.abs(point.longitude()) <= 180)) {
            violations.add("/location", "not-on-earth");
        }
    }
}
