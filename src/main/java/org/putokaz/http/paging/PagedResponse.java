package org.putokaz.http.paging;

/** Response that is one page of a list. */
public interface PagedResponse {

    PageInfo page();
}
