package org.putokaz.contact.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.putokaz.contact.address.NumberingContext;
import org.putokaz.live.ContentJson;

/** The value of each kind of channel becomes a link of its own, and a fax none. */
class ChannelAddressTest {

    private static final NumberingContext SERBIA = NumberingContext.of("RS");

    private static ChannelAddress of(ChannelKind kind, String value) {
        return ChannelAddress.of(kind, null, value, SERBIA);
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, 011/123-4567 лок. 012, tel:+381111234567;ext=012",
        "SMS, 063 610 590, sms:+38163610590",
        "TEXT_RELAY, 0800 222 003, tel:+381800222003",
        "TEXT_RELAY, 116 006, tel:116006;phone-context=+381",
        "FAX, 011 123 4567, ",
        "FAX, 011/123-4567 лок. 012, "
    })
    void aFaxIsNeverALink(ChannelKind kind, String value, String uri) {
        assertThat(of(kind, value).uri()).isEqualTo(uri);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChannelKind.class,
            names = {"PHONE", "SMS", "FAX", "TEXT_RELAY"})
    void whateverIsDialledHasAnInternationalForm(ChannelKind kind) {
        assertThat(kind.isDialled()).isTrue();
        assertThat(kind.showsLocation()).isFalse();
        assertThat(of(kind, "011 123 4567").e164()).isEqualTo("+381111234567");
        assertThat(of(kind, "011/123-4567 лок. 012").extension()).isEqualTo("012");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, general, phone, general, true",
        "phone, general, messaging, general, true",
        "phone, general, phone, press, false",
        "phone, general, fax, general, false",
        "email, general, fax, general, false",
        "fax, general, fax, general, true",
        "fax, general, phone, general, true"
    })
    void aChannelIsReplacedByOneOfItsPurposeThatPeopleCanReach(
            String kind, String purpose, String otherKind, String otherPurpose, boolean replaceable) {
        assertThat(channelOf(kind, purpose).canBeReplacedBy(channelOf(otherKind, otherPurpose)))
                .isEqualTo(replaceable);
    }

    private static ChannelContent channelOf(String kind, String purpose) {
        return ContentJson.read(
                "{\"kind\": \"" + kind + "\", \"purposes\": [\"" + purpose + "\"]}", ChannelContent.class);
    }
}
