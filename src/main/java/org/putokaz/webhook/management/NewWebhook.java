package org.putokaz.webhook.management;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.putokaz.problem.InvalidValueException;
import org.putokaz.problem.ProblemType;
import org.putokaz.problem.Violation;
import org.putokaz.webhook.endpoint.ChangeInterest;
import org.putokaz.webhook.transport.WebhookUrl;

/** Request body that registers an endpoint. */
@Schema(
        name = "NewWebhook",
        description = "Where changes are to be sent to, and which.",
        requiredProperties = {"url"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewWebhook(
        @Schema(
                description = "An https address on the public internet, without user name and fragment.",
                examples = "https://partner.example.org/putokaz",
                maxLength = WebhookUrl.MAX_LENGTH)
        @Nullable
        String url,

        @Schema(
                description =
                        "The families to hear of, such as `contact-channels`; all of them when left out or empty.")
        @Nullable
        List<String> families,

        @Schema(description = "`all` changes (unless said otherwise), or `major` ones alone; withdrawals always come.")
        @Nullable
        ChangeInterest importance,

        @Schema(
                description = "A token of the feed (`next` of changes or of a snapshot): everything after it is sent."
                        + " From now on when left out.")
        @Nullable
        String since) {

    /** Validated settings of a new endpoint. */
    public record EndpointSettings(WebhookUrl url, SortedSet<String> familyNames, ChangeInterest interest) {}

    /**
     * @param knownFamilies names of all families
     * @param allowLoopback as in {@link WebhookUrl#parse}
     * @throws org.putokaz.problem.ProblemException 422 with all violations
     */
    public EndpointSettings toSettings(Collection<String> knownFamilies, boolean allowLoopback) {
        List<Violation> violations = new ArrayList<>();
        WebhookUrl parsedUrl = parseUrl(allowLoopback, violations);
        for (int i = 0; families != null && i < families.size(); i++) {
            if (!knownFamilies.contains(String.valueOf(families.get(i)))) {
                violations.add(Violation.at("/families/" + i, "not-one-of", String.join(", ", knownFamilies)));
            }
        }
        if (parsedUrl == null || !violations.isEmpty()) {
            throw ProblemType.INVALID_CONTENT.with(violations);
        }
        SortedSet<String> names = new TreeSet<>(families == null ? List.of() : families);
        return new EndpointSettings(parsedUrl, names, importance == null ? ChangeInterest.ALL : importance);
    }

    private @Nullable WebhookUrl parseUrl(boolean allowLoopback, List<Violation> violations) {
        if (url == null) {
            violations.add(Violation.at("/url", "required"));
            return null;
        }
        try {
            return WebhookUrl.parse(url, allowLoopback);
        } catch (InvalidValueException invalid) {
            violations.add(Violation.at("/url", invalid.reason()));
            return null;
        }
    }
}
