package org.putokaz.security;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Paged;
import org.putokaz.http.PrivateAnswer;

/** One page of the list of tokens. */
@Schema(name = "TokenPage")
record TokenPage(List<TokenView> data, PageInfo page) implements Paged, PrivateAnswer {}
