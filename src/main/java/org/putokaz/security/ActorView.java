package org.putokaz.security;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Actor as the API shows it. */
@Schema(name = "Actor")
public record ActorView(
        @Schema(
                description =
                        "The same for ever: `token:` and its id, `oidc:` with issuer and subject, or `service:` for"
                                + " the service itself.",
                examples = "token:01a20a8f-f164-784f-8978-7991cf34943f")
        String id,

        @Schema(description = "For people to read.", examples = "Ana")
        String name) {}
