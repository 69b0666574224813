package org.putokaz.editorial;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.putokaz.http.PageInfo;
import org.putokaz.http.Paged;
import org.putokaz.http.PrivateAnswer;

/** One page of a list of entries. */
@Schema(name = "EditorialEntryPage")
record EntryPage(List<EntrySummary> data, PageInfo page) implements Paged, PrivateAnswer {}
