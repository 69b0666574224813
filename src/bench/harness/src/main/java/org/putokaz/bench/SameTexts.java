package org.putokaz.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Nobody may be quick because he says less: all lists show the same entries, and those who copy bytes copy all of them. */
final class SameTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SameTexts() {}

    static Set<String> complaints(Cast cast) throws IOException {
        Set<String> complaints = new LinkedHashSet<>();
        Contestant first = cast.named("cached-h2");
        if (first == null) {
            return Set.of("Nobody answers who could be compared with.");
        }
        List<String> expected = shown(first, Workload.LIST);
        for (Contestant contestant : cast.contestants()) {
            if (!shown(contestant, Workload.LIST).equals(expected)) {
                complaints.add(contestant.name() + " shows other entries than " + first.name());
            }
        }
        for (Workload workload : Workload.values()) {
            Answer ours = answer(first, workload);
            for (Contestant copier : cast.contestants()) {
                boolean copies =
                        copier.name().equals(Contestant.BARE) || copier.name().equals(Contestant.NGINX);
                if (copies && !isCopy(answer(copier, workload), ours)) {
                    complaints.add(copier.name() + " answers other bytes: " + workload.title());
                }
            }
        }
        return complaints;
    }

    private static boolean isCopy(Answer copy, Answer original) {
        return copy.status() == original.status()
                && copy.checksum() == original.checksum()
                && String.valueOf(copy.header("ETag")).equals(String.valueOf(original.header("ETag")));
    }

    private static Answer answer(Contestant contestant, Workload workload) throws IOException {
        return Answer.of(contestant.port(), contestant.requests().get(workload));
    }

    /** Ids, titles and texts in their order. */
    private static List<String> shown(Contestant contestant, Workload workload) throws IOException {
        List<String> shown = new ArrayList<>();
        for (JsonNode entry : JSON.readTree(answer(contestant, workload).body()).get("data")) {
            shown.add(entry.get("id") + " " + entry.get("title") + " " + entry.get("body"));
        }
        return shown;
    }
}
