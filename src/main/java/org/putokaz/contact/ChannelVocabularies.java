package org.putokaz.contact;

import java.util.Arrays;
import java.util.List;
import org.putokaz.common.Vocabulary;
import org.putokaz.contact.address.MessagingApp;
import org.putokaz.contact.content.Audience;
import org.putokaz.contact.content.ChannelCost;
import org.putokaz.contact.content.ChannelKind;
import org.putokaz.contact.content.Purpose;
import org.putokaz.time.hours.HolidayRule;
import org.putokaz.time.hours.Weekday;

/** Vocabularies of the fields of contact channels. */
final class ChannelVocabularies {

    static final List<Vocabulary> ALL = List.of(
            Vocabulary.of("channel-kinds", ChannelKind.values()),
            Vocabulary.of("channel-apps", MessagingApp.values()),
            Vocabulary.of("channel-costs", ChannelCost.values()),
            Vocabulary.of("channel-purposes", Purpose.values()),
            Vocabulary.of("channel-audiences", Audience.values()),
            Vocabulary.of("channel-availabilities", ChannelListParameters.Availability.values()),
            new Vocabulary(
                    "holiday-rules",
                    Arrays.stream(HolidayRule.values()).map(HolidayRule::code).toList()),
            new Vocabulary(
                    "weekdays",
                    Arrays.stream(Weekday.values()).map(Weekday::code).toList()));

    private ChannelVocabularies() {}
}
