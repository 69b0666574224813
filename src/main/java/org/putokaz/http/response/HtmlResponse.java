package org.putokaz.http.response;

/** Response that is a complete HTML page. */
public record HtmlResponse(String html) {}
