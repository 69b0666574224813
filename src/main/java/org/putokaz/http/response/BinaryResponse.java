package org.putokaz.http.response;

/**
 * Small public response in no language, such as keys and signatures. It is sent without a content coding, with an
 * entity tag of its bytes.
 *
 * @param type media type
 * @param cacheControl value of {@code Cache-Control}
 */
@SuppressWarnings("ArrayRecordComponent") // Responses are not compared.
public record BinaryResponse(byte[] body, String type, String cacheControl) {}
