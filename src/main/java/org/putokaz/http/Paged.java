package org.putokaz.http;

/** An answer that is one page of a list. */
public interface Paged {

    PageInfo page();
}
