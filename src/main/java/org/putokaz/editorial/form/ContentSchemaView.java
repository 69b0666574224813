package org.putokaz.editorial.form;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.putokaz.http.response.PrivateResponse;

/** Response with the JSON Schema of the content of one family. */
record ContentSchemaView(@JsonValue JsonNode schema) implements PrivateResponse {}
