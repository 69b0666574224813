package org.putokaz.editorial;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Paged;
import org.putokaz.http.PrivateAnswer;

/** One page of the list of publishing sets. */
@Schema(name = "PublishingSetPage")
record SetPage(List<SetSummary> data, PageInfo page) implements Paged, PrivateAnswer {}
