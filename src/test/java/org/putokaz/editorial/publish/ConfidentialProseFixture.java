package org.putokaz.editorial.publish;

import org.putokaz.editorial.fixture.EntryClient;
import org.putokaz.editorial.fixture.FamilySample;

/** Entries around a confidential unit, each with a text that leads to the place. JSON is written with single quotes. */
final class ConfidentialProseFixture {

    static final String STREET = "ул. Канаринчева 17";
    static final String MARKED = "'confidentialLocation': true";

    private ConfidentialProseFixture() {}

    static String unit(String... more) {
        return "{'name': {'sr-Cyrl': '" + FamilySample.uniqueName() + "'}, 'kind': 'office', 'sortOrder': 900, "
                + String.join(", ", more) + "}";
    }

    /** A unit whose description is this text. */
    static String unitSaying(String text, String... more) {
        return unit("'description': {'sr-Cyrl': '" + text + "'}", more.length == 0 ? MARKED : String.join(", ", more));
    }

    static String below(EntryClient unit) {
        return "'parent': '" + unit.id + "'";
    }

    static String channel(EntryClient unit, String value, String description) {
        return "{'unit': '" + unit.id + "', 'kind': 'phone', 'value': '" + value + "', 'label': {'sr-Cyrl': '"
                + FamilySample.uniqueName() + "'}, 'description': {'sr-Cyrl': '" + description
                + "'}, 'purposes': ['general'], 'rank': 900}";
    }

    static String event(EntryClient unit, String body) {
        return "{'date': '2020', 'title': {'sr-Cyrl': '" + FamilySample.uniqueName() + "'}, 'body': {'sr-Cyrl': '"
                + body + "'}, 'category': 'milestone', 'units': ['" + unit.id + "']}";
    }

    static String guide(EntryClient channel, String summary) {
        return FamilySample.GUIDE
                .contentReferencing(FamilySample.uniqueName(), channel.id)
                .replaceFirst("'audience'", "'summary': {'sr-Cyrl': '" + summary + "'}, 'audience'");
    }
}
