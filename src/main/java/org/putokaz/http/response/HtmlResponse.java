package org.putokaz.http.response;

/** An HTML page for a person, ready to send. */
public record HtmlResponse(String html) {}
