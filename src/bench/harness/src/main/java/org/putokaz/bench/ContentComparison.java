package org.putokaz.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Test that no contestant is fast because it sends less: all lists show the same entries, and peers that copy bytes
 * copy them all.
 */
final class ContentComparison {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentComparison() {}

    static Set<String> differences(Contestants contestants) throws IOException {
        Set<String> differences = new LinkedHashSet<>();
        Contestant first = contestants.find("cached-h2");
        if (first == null) {
            return Set.of("There is no contestant to compare with.");
        }
        List<String> expected = entries(first, Workload.LIST);
        for (Contestant contestant : contestants.all()) {
            if (!entries(contestant, Workload.LIST).equals(expected)) {
                differences.add(contestant.name() + " lists other entries than " + first.name());
            }
        }
        for (Workload workload : Workload.values()) {
            StoredResponse original = response(first, workload);
            for (Contestant peer : contestants.all()) {
                boolean copies =
                        peer.name().equals(Contestant.BARE) || peer.name().equals(Contestant.NGINX);
                if (copies && !isCopy(response(peer, workload), original)) {
                    differences.add(peer.name() + " sends other bytes: " + workload.title());
                }
            }
        }
        return differences;
    }

    private static boolean isCopy(StoredResponse copy, StoredResponse original) {
        return copy.status() == original.status()
                && copy.checksum() == original.checksum()
                && String.valueOf(copy.header("ETag")).equals(String.valueOf(original.header("ETag")));
    }

    private static StoredResponse response(Contestant contestant, Workload workload) throws IOException {
        return StoredResponse.fetch(contestant.port(), contestant.requests().get(workload));
    }

    /** Ids, titles and texts of the entries, in their order. */
    private static List<String> entries(Contestant contestant, Workload workload) throws IOException {
        List<String> entries = new ArrayList<>();
        for (JsonNode entry :
                JSON.readTree(response(contestant, workload).body()).get("data")) {
            entries.add(entry.get("id") + " " + entry.get("title") + " " + entry.get("body"));
        }
        return entries;
    }
}
