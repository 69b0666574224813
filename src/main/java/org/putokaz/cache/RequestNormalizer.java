package org.putokaz.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.request.CanonicalIds;
import org.putokaz.http.request.HeaderValues;
import org.putokaz.http.request.PositionParameter;
import org.putokaz.http.response.GzipEncoding;
import org.putokaz.http.response.PublicResponse;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/**
 * Normaliser of requests to cache lookups: maps the many spellings of {@code Accept}, {@code Accept-Encoding} and
 * {@code Accept-Language} to the few representations there are. A request with an unusual spelling is left to the
 * REST layer.
 */
@Singleton
class RequestNormalizer {

    private static final String API = "/api/v1";
    private static final String LANGUAGE_PARAMETER = "lang=";
    private static final Set<String> JSON_RANGES = Set.of("application/json", "application/*", "*/*");
    /** Maximum number of parsed values cached for each header. */
    private static final int MAX_CACHED_VALUES = 1000;
    /** Longer values, in characters, are parsed but not cached. */
    private static final int MAX_CACHED_VALUE_LENGTH = 200;
    /** Longer URIs, in characters, are refused later and must not occupy memory here. */
    private static final int MAX_URI_LENGTH = 4096;

    private final LanguagePolicy languages;
    private final List<String> tags;
    private final Cache<String, String> negotiatedLanguages = newCache();
    private final Cache<String, Boolean> acceptedGzip = newCache();
    private final Cache<String, Boolean> acceptedJson = newCache();

    @Inject
    RequestNormalizer(LanguagePolicy languages) {
        this.languages = languages;
        this.tags = languages.offered().stream().map(Language::tag).toList();
    }

    private static <V> Cache<String, V> newCache() {
        return Caffeine.newBuilder().maximumSize(MAX_CACHED_VALUES).build();
    }

    /**
     * Cache lookup for the request; null where the cache does not apply: with credentials, with a body, with a method
     * other than {@code GET} and {@code HEAD}, where JSON is not clearly accepted, or where {@code lang} is not the
     * canonical tag of a language or {@code position} no number in its only spelling: their many spellings would be as
     * many copies. A position is no part of the key.
     *
     * @param uri path and query as sent
     */
    @Nullable
    CacheRequest normalize(HttpMethod method, String uri, MultiMap headers) {
        boolean isRead = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!isRead
                || uri.length() > MAX_URI_LENGTH
                || !uri.startsWith(API)
                || hasCredentialsOrBody(headers)
                || !acceptsJson(headers)) {
            return null;
        }
        long position = PositionParameter.valueIn(uri);
        if (position == PositionParameter.INVALID) {
            return null;
        }
        boolean hasPosition = position != PositionParameter.ABSENT;
        String keyUri = CanonicalIds.in(hasPosition ? PositionParameter.removedFrom(uri) : uri);
        String language = language(keyUri, headers);
        if (language == null) {
            return null;
        }
        return new CacheRequest(
                new CacheRequest.Key(keyUri, language),
                hasPosition ? position : 0,
                acceptsGzip(headers),
                new PublicResponse.ClientValidators(
                        HeaderValues.joined(headers, HttpHeaders.IF_NONE_MATCH),
                        HeaderValues.joined(headers, HttpHeaders.IF_MODIFIED_SINCE)));
    }

    private static boolean hasCredentialsOrBody(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        // Java's HTTP client sends Content-Length: 0 with every request.
        return headers.contains(HttpHeaders.AUTHORIZATION)
                || length != null && !length.equals("0")
                || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** The negotiated language; empty when the URI names it, and null when it does so in another spelling. */
    private @Nullable String language(String uri, MultiMap headers) {
        int parameter = indexOfLanguageParameter(uri);
        if (parameter >= 0) {
            return isOfferedTag(uri, parameter + LANGUAGE_PARAMETER.length()) ? "" : null;
        }
        String header = HeaderValues.joined(headers, HttpHeaders.ACCEPT_LANGUAGE);
        return header == null
                ? languages.authoritative().tag()
                : cached(
                        negotiatedLanguages,
                        header,
                        value -> languages.negotiate(value).tag());
    }

    /** The index of the first {@code lang} parameter, or -1. */
    private static int indexOfLanguageParameter(String uri) {
        int at = uri.indexOf('?');
        while (at >= 0 && !uri.startsWith(LANGUAGE_PARAMETER, at + 1)) {
            at = uri.indexOf('&', at + 1);
        }
        return at < 0 ? -1 : at + 1;
    }

    /** Whether the parameter value that begins there is an offered tag, spelt literally. */
    private boolean isOfferedTag(String uri, int from) {
        int next = uri.indexOf('&', from);
        int length = (next < 0 ? uri.length() : next) - from;
        for (String tag : tags) {
            if (tag.length() == length && uri.startsWith(tag, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean acceptsGzip(MultiMap headers) {
        String header = HeaderValues.joined(headers, HttpHeaders.ACCEPT_ENCODING);
        return header != null && cached(acceptedGzip, header, GzipEncoding::isAcceptedBy);
    }

    private boolean acceptsJson(MultiMap headers) {
        String header = HeaderValues.joined(headers, HttpHeaders.ACCEPT);
        return header == null || cached(acceptedJson, header, RequestNormalizer::clearlyAcceptsJson);
    }

    /** Whether the {@code Accept} header accepts JSON in a usual spelling: no parameter but a non-zero {@code q}. */
    static boolean clearlyAcceptsJson(String accept) {
        boolean accepted = false;
        for (String element : accept.split(",", -1)) {
            String[] parts = element.split(";", -1);
            if (JSON_RANGES.contains(parts[0].strip().toLowerCase(Locale.ROOT))) {
                if (parts.length > 2
                        || parts.length == 2 && !parts[1].strip().matches("q=(1(\\.0{1,3})?|0\\.[0-9]{0,2}[1-9])")) {
                    return false;
                }
                accepted = true;
            }
        }
        return accepted;
    }

    private static <V> V cached(Cache<String, V> cache, String value, Function<String, V> parser) {
        return value.length() > MAX_CACHED_VALUE_LENGTH ? parser.apply(value) : cache.get(value, parser);
    }
}
