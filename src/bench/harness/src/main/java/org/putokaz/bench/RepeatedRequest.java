package org.putokaz.bench;

import org.jspecify.annotations.Nullable;

/** One request for all connections, each of whose responses must be the same. */
final class RepeatedRequest implements ClientScript {

    private final PlannedRequest planned;
    private final StoredResponse expected;
    private final long checksum;

    RepeatedRequest(Request request, StoredResponse expected) {
        this.planned = new PlannedRequest(request.bytes(), request, 0);
        this.expected = expected;
        this.checksum = expected.checksum();
    }

    @Override
    public PlannedRequest next() {
        return planned;
    }

    @Override
    public @Nullable String error(PlannedRequest request, ReceivedResponse response) {
        if (response.status() != expected.status()) {
            return request.subject() + " answered " + response.status();
        }
        return response.checksum() == checksum ? null : request.subject() + " answered other bytes than before";
    }
}
