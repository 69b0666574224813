package org.putokaz.http.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.putokaz.problem.ProblemType;

/**
 * Request filter that refuses JSON in another encoding than it would be read in: it is UTF-8 (RFC 8259, section 8.1). A table
 * in CSV names its own encoding and is decoded as it says.
 */
@ApplicationScoped
public class RequestCharsetFilter {

    private static final Set<String> UTF_8_OR_A_PART_OF_IT = Set.of("utf-8", "utf8", "us-ascii");

    @ServerRequestFilter
    public void checkCharset(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null
                && type.getSubtype().contains("json")
                && !UTF_8_OR_A_PART_OF_IT.contains(charset.toLowerCase(Locale.ROOT))) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("charset-not-utf-8", charset);
        }
    }
}
