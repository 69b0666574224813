package org.putokaz.organisation.service;

import java.util.List;
import org.putokaz.area.ServedArea;
import org.putokaz.live.family.ContentViolations;
import org.putokaz.live.part.PartChannels;
import org.putokaz.live.part.PartIdentityChecker;
import org.putokaz.locale.LocalisedText;

/** Validator of the services of a unit before publication, and finder of values in them that are possible but suspicious. */
public final class ServiceValidator {

    /** JSON pointer of the services in the content of a unit. */
    public static final String SERVICES = "/services";

    /** The channels that services name. */
    public static final PartChannels CHANNELS = new PartChannels(SERVICES, "channels");

    /** Of one unit. */
    public static final int MAX_SERVICES = 50;

    /** Of one service. */
    public static final int MAX_DOCUMENTS = 20;

    private ServiceValidator() {}

    public static void validate(List<ServiceContent> services, ContentViolations violations) {
        violations.checkSize(SERVICES, services, MAX_SERVICES);
        PartIdentityChecker identities = new PartIdentityChecker(violations);
        for (int i = 0; i < services.size(); i++) {
            identities.check(pointer(i), services.get(i));
            validate(pointer(i), services.get(i), violations);
        }
    }

    private static String pointer(int service) {
        return SERVICES + "/" + service;
    }

    private static void validate(String pointer, ServiceContent service, ContentViolations violations) {
        violations.checkRequired(pointer + "/name", service.name());
        violations.checkName(pointer + "/name", service.name());
        violations.checkProse(pointer + "/description", service.description());
        violations.checkProse(pointer + "/eligibility", service.eligibility());
        violations.checkProse(pointer + "/cost", service.cost());
        List<LocalisedText> documents = service.requiredDocuments();
        violations.checkSize(pointer + "/requiredDocuments", documents, MAX_DOCUMENTS);
        for (int i = 0; i < documents.size(); i++) {
            violations.checkName(pointer + "/requiredDocuments/" + i, documents.get(i));
        }
        ServedArea.validate(pointer + "/areaServed", service.areaServed(), violations);
        violations.checkDistinct(pointer + "/audiences", service.audiences());
        violations.checkDistinct(pointer + "/channels", service.channels());
    }

    /** @param confidential whether the location of the unit is */
    public static void findWarnings(List<ServiceContent> services, boolean confidential, ContentViolations warnings) {
        for (int i = 0; i < services.size(); i++) {
            String pointer = pointer(i) + "/areaServed";
            List<ServedArea> areas = services.get(i).areaServed();
            ServedArea.findWarnings(pointer, areas, warnings);
            if (confidential && ServedArea.hasOneMunicipality(areas)) {
                warnings.add(pointer, "area-of-confidential-unit");
            }
        }
    }
}
