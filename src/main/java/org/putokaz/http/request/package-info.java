/**
 * Requests as the REST layer reads them. {@link org.putokaz.http.request.RequestParameterFilter} checks the query
 * string against what the operation declares and fills the {@link org.putokaz.http.request.RequestContext}: language,
 * fields and current instant. Operations read single values with {@link org.putokaz.http.request.QueryParameterParser}
 * and bodies with {@link org.putokaz.http.request.JsonBodyReader}. While they compute the response they tell its
 * {@link org.putokaz.http.request.ResponseValidity} when it will change. {@link org.putokaz.http.request.PathAccess} is
 * the list of what the server's paths are open to.
 */
@NullMarked
package org.putokaz.http.request;

import org.jspecify.annotations.NullMarked;
