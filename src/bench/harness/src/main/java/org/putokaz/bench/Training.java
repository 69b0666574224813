package org.putokaz.bench;

import java.util.ArrayList;
import java.util.List;

/** What a service is asked for while its archive is made; docker/train asks the same kinds of things. */
final class Training {

    private static final List<String> PATHS = List.of(
            "/api/v1?",
            "/api/v1/organisational-units?",
            "/api/v1/organisational-units/tree?",
            "/api/v1/organisational-units/centar-za-zastitu-zrtava-trgovine-ljudima?",
            "/api/v1/history-events?",
            "/api/v1/history-events?sort=-date&limit=2&count=true&include=units&",
            "/api/v1/contact-channels?",
            "/api/v1/contact-channels?purpose=victim-support&",
            "/api/v1/contact-channels/open-now?",
            "/api/v1/help-guides?",
            "/api/v1/help-guides/potrebna-ti-je-pomoc/steps?",
            "/api/v1/no-such-thing?");

    private Training() {}

    static List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (String path : PATHS) {
            for (String language : Product.LANGUAGES) {
                requests.add(Request.of(path + "lang=" + language));
                requests.add(Request.of(path + "lang=" + language, "Accept-Encoding: gzip"));
            }
        }
        return requests;
    }
}
