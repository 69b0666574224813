package org.putokaz.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.putokaz.http.paging.PagedResponse;
import org.putokaz.http.request.RequestContext;
import org.putokaz.http.request.SparseFieldset;
import org.putokaz.http.response.PublicResponse.Content;

/**
 * Factory of public responses from what a resource returned: the body in JSON or HTML, and the headers {@code Link},
 * {@code Vary}, {@code Content-Language}, {@code Content-Location} and {@code Cache-Groups}.
 */
@Singleton
class PublicResponseFactory {

    private static final String HTML = "text/html;charset=utf-8";

    private final RequestContext context;
    private final ObjectMapper json;
    private final CacheGroups cacheGroups;

    @Inject
    PublicResponseFactory(RequestContext context, ObjectMapper json, CacheGroups cacheGroups) {
        this.context = context;
        this.json = json;
        this.cacheGroups = cacheGroups;
    }

    /** @param target path and query of the request, as they were sent but for {@code position} and the case of ids */
    PublicResponse create(Record view, String target) throws JsonProcessingException {
        Content content = content(view);
        boolean multilingual = view instanceof MultilingualResponse;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.LINK, links(view, multilingual, target));
        if (!multilingual) {
            addLanguageHeaders(headers, target);
        }
        List<String> vary = vary(content, multilingual);
        if (!vary.isEmpty()) {
            headers.put(HttpHeaders.VARY, String.join(", ", vary));
        }
        if (context.validity().source() != null) {
            headers.put(CacheGroups.HEADER, cacheGroups.of(target, context.validity()));
        }
        return new PublicResponse(content, headers, context.validity(), multilingual);
    }

    private Content content(Record view) throws JsonProcessingException {
        if (view instanceof HtmlResponse page) {
            return new Content(page.html().getBytes(StandardCharsets.UTF_8), HTML);
        }
        Object selected = context.fields().isEmpty() ? view : selectedFields(view);
        return new Content(json.writeValueAsBytes(selected), MediaType.APPLICATION_JSON);
    }

    private JsonNode selectedFields(Record view) {
        JsonNode tree = json.valueToTree(view);
        SparseFieldset.keepOnly(context.fields(), tree);
        return tree;
    }

    private String links(Record view, boolean multilingual, String target) {
        return LinkHeader.of(
                target,
                multilingual ? List.of() : context.languages().offered(),
                view instanceof PagedResponse paged ? paged.page().next() : null);
    }

    private void addLanguageHeaders(Map<String, String> headers, String target) {
        String language = context.language().tag();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, language);
        if (!context.isLanguageInCanonicalSpelling()) {
            headers.put(HttpHeaders.CONTENT_LOCATION, LinkHeader.withParameter(target, "lang", language));
        }
    }

    private List<String> vary(Content content, boolean multilingual) {
        List<String> vary = new ArrayList<>();
        if (!multilingual && context.isFormatNegotiated()) {
            vary.add(HttpHeaders.ACCEPT);
        }
        if (!multilingual && context.isLanguageNegotiated()) {
            vary.add(HttpHeaders.ACCEPT_LANGUAGE);
        }
        if (content.bytes().length >= GzipEncoding.MIN_BYTES) {
            vary.add(HttpHeaders.ACCEPT_ENCODING);
        }
        return vary;
    }
}
