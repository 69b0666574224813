package org.putokaz.sync.download;

import java.util.UUID;

/** Version of every document: the feed and the position in it. */
record DocumentVersion(UUID feed, long position) {}
