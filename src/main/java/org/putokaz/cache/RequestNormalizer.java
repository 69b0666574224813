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
import org.putokaz.http.request.HeaderValues;
import org.putokaz.http.response.CacheableResponse;
import org.putokaz.http.response.GzipEncoding;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/**
 * Reads of a request what its answer depends on: a thousand spellings of a header come to the few things that can be had.
 * What is spelt in a way that leaves a doubt goes to the REST layer.
 */
@Singleton
class RequestNormalizer {

    private static final String API = "/api/v1";
    private static final String LANGUAGE = "lang=";
    private static final Set<String> JSON = Set.of("application/json", "application/*", "*/*");
    /** Spellings that are remembered, of each header; and the longest of them. */
    private static final int MOST = 1000;

    private static final int LONGEST = 200;
    /** Longer addresses are refused further on, and are not to fill any memory before. */
    private static final int LONGEST_ADDRESS = 4096;

    private final LanguagePolicy languages;
    private final List<String> tags;
    private final Cache<String, String> preferred = memory();
    private final Cache<String, Boolean> codings = memory();
    private final Cache<String, Boolean> types = memory();

    @Inject
    RequestNormalizer(LanguagePolicy languages) {
        this.languages = languages;
        this.tags = languages.offered().stream().map(Language::tag).toList();
    }

    private static <V> Cache<String, V> memory() {
        return Caffeine.newBuilder().maximumSize(MOST).build();
    }

    /**
     * Null for what is none of the cache's business: with credentials, with a body, not read, or in another format.
     *
     * @param uri path and query as they were sent
     */
    @Nullable
    CacheRequest read(HttpMethod method, String uri, MultiMap headers) {
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (!reads
                || uri.length() > LONGEST_ADDRESS
                || !uri.startsWith(API)
                || isMoreThanAQuestion(headers)
                || !takesJson(headers)) {
            return null;
        }
        return new CacheRequest(
                new CacheRequest.Key(uri, language(uri, headers)),
                takesGzip(headers),
                new CacheableResponse.ClientValidators(
                        HeaderValues.joined(headers, HttpHeaders.IF_NONE_MATCH),
                        HeaderValues.joined(headers, HttpHeaders.IF_MODIFIED_SINCE)));
    }

    private static boolean isMoreThanAQuestion(MultiMap headers) {
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        // Java's own client says of every question that it has no body.
        return headers.contains(HttpHeaders.AUTHORIZATION)
                || length != null && !length.equals("0")
                || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private String language(String uri, MultiMap headers) {
        if (namesLanguage(uri)) {
            return "";
        }
        String header = HeaderValues.joined(headers, HttpHeaders.ACCEPT_LANGUAGE);
        return header == null
                ? languages.authoritative().tag()
                : remembered(preferred, header, one -> languages.negotiate(one).tag());
    }

    /** Whether the first parameter {@code lang} is a language in its plain spelling; any other is left to the headers' choice. */
    private boolean namesLanguage(String uri) {
        int at = uri.indexOf('?');
        while (at >= 0 && !uri.startsWith(LANGUAGE, at + 1)) {
            at = uri.indexOf('&', at + 1);
        }
        if (at < 0) {
            return false;
        }
        int from = at + 1 + LANGUAGE.length();
        int next = uri.indexOf('&', from);
        int length = (next < 0 ? uri.length() : next) - from;
        for (String tag : tags) {
            if (tag.length() == length && uri.startsWith(tag, from)) {
                return true;
            }
        }
        return false;
    }

    private boolean takesGzip(MultiMap headers) {
        String header = HeaderValues.joined(headers, HttpHeaders.ACCEPT_ENCODING);
        return header != null && remembered(codings, header, GzipEncoding::isAcceptedBy);
    }

    private boolean takesJson(MultiMap headers) {
        String header = HeaderValues.joined(headers, HttpHeaders.ACCEPT);
        return header == null || remembered(types, header, RequestNormalizer::isSurelyJson);
    }

    /** Whether JSON is among what is taken, and nothing about that is unusual. */
    static boolean isSurelyJson(String accept) {
        boolean taken = false;
        for (String element : accept.split(",", -1)) {
            String[] parts = element.split(";", -1);
            if (JSON.contains(parts[0].strip().toLowerCase(Locale.ROOT))) {
                if (parts.length > 2
                        || parts.length == 2 && !parts[1].strip().matches("q=(1(\\.0{1,3})?|0\\.[0-9]{0,2}[1-9])")) {
                    return false;
                }
                taken = true;
            }
        }
        return taken;
    }

    private static <V> V remembered(Cache<String, V> memory, String spelling, Function<String, V> reading) {
        return spelling.length() > LONGEST ? reading.apply(spelling) : memory.get(spelling, reading);
    }
}
