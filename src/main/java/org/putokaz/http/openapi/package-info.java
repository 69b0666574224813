/**
 * Build-time completion of the OpenAPI document. {@link org.putokaz.http.openapi.ContractOpenApiFilter} adds to every
 * operation what holds for all: headers, problems, examples. {@link org.putokaz.http.openapi.AuthenticatedOperations}
 * does the same for operations that need a token, {@link org.putokaz.http.openapi.RecordSchemas} makes the schemas
 * agree with the Java records, and {@link org.putokaz.http.openapi.SharedExamples} adds the examples of schemas.
 */
@NullMarked
package org.putokaz.http.openapi;

import org.jspecify.annotations.NullMarked;
