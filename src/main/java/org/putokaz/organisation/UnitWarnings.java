package org.putokaz.organisation;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.putokaz.area.ServedArea;
import org.putokaz.live.family.AddressWarnings;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.family.LanguageWarnings;
import org.putokaz.live.family.OldDateWarning;
import org.putokaz.organisation.service.ServiceValidator;
import org.putokaz.time.date.PartialDate;

/** Finder of values of an organisational unit that are possible but suspicious. */
final class UnitWarnings {

    private UnitWarnings() {}

    /** @param region the country of an address that names none, ISO 3166-1 alpha-2 */
    static void find(UnitContent unit, String region, LocalDate today, ContentViolations warnings) {
        warnIfToCome("/established", unit.established(), today, warnings);
        OldDateWarning.find("/established", unit.established(), warnings);
        LanguageWarnings.find("/languages", unit.languages(), warnings);
        for (int i = 0; i < unit.formerNames().size(); i++) {
            UnitContent.FormerName former = unit.formerNames().get(i);
            warnIfToCome("/formerNames/" + i + "/from", former.from(), today, warnings);
            warnIfToCome("/formerNames/" + i + "/until", former.until(), today, warnings);
        }
        if (unit.confidentialLocation() && !unit.identifiers().isEmpty()) {
            warnings.add("/identifiers", "identifier-of-confidential-unit");
        }
        if (unit.confidentialLocation() && ServedArea.hasOneMunicipality(unit.areaServed())) {
            warnings.add("/areaServed", "area-of-confidential-unit");
        }
        ServiceValidator.findWarnings(unit.services(), unit.confidentialLocation(), warnings);
        UnitContent.Address address = unit.address();
        if (address != null) {
            String country = Objects.requireNonNullElse(address.country(), region);
            AddressWarnings.find("/address", country, address.postalCode(), address.city(), warnings);
        }
        if (unit.location() != null) {
            String country = address == null ? region : Objects.requireNonNullElse(address.country(), region);
            CountryExtents.findOutside("/location", unit.location(), country, warnings);
        }
    }

    private static void warnIfToCome(
            String pointer, @Nullable PartialDate date, LocalDate today, ContentViolations warnings) {
        LocalDate earliest = date == null ? null : date.earliest();
        if (earliest != null && earliest.isAfter(today)) {
            warnings.add(pointer, "day-to-come", earliest);
        }
    }
}
