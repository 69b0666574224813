package org.putokaz.http;

/** An HTML page for a person, ready to send. */
public record HtmlPage(String html) {}
