package org.putokaz.http.paging;

/** An answer that is one page of a list. */
public interface PagedResponse {

    PageInfo page();
}
