package org.putokaz.contact;

import java.util.List;
import org.putokaz.live.family.TabularFamily.Column;
import org.putokaz.live.family.TabularFamily.Kind;

/** Columns of the table form of contact channels. Exceptions of opening hours, addresses and providers do not fit into a cell and are
 * not among them. */
final class ChannelTableColumns {

    static final List<Column> ALL = List.of(
            new Column("unit", Kind.REFERENCE, "organisational-units", "јединица"),
            new Column("kind", Kind.TEXT, "врста"),
            new Column("app", Kind.TEXT, "апликација"),
            new Column("value", Kind.TEXT, "вредност"),
            new Column("region", Kind.TEXT, "земља"),
            new Column("confirmedUnlisted", Kind.FLAG, "потврђен број"),
            new Column("dialableFromAbroad", Kind.FLAG, "позив из иностранства"),
            new Column("label", Kind.LOCALISED, "назив"),
            new Column("description", Kind.LOCALISED, "опис"),
            new Column("purposes", Kind.LIST, "намене"),
            new Column("audiences", Kind.LIST, "коме је намењен"),
            new Column("languages", Kind.LIST, "језици"),
            new Column("areaServed", Kind.CODED_LIST, "подручје"),
            new Column("hours", Kind.HOURS, "радно време"),
            new Column("rank", Kind.NUMBER, "редослед"),
            new Column("tollFree", Kind.FLAG, "бесплатан"),
            new Column("cost", Kind.TEXT, "цена"),
            new Column("costNote", Kind.LOCALISED, "напомена о цени"),
            new Column("anonymous", Kind.FLAG, "анонимно"),
            new Column("confidentiality", Kind.LOCALISED, "поверљивост"),
            new Column("emergency", Kind.FLAG, "хитно"),
            new Column("lastVerified", Kind.TEXT, "проверено"),
            new Column("verifyEvery", Kind.NUMBER, "провера на сваких (дана)"),
            new Column("availableFrom", Kind.TEXT, "доступан од"),
            new Column("availableUntil", Kind.TEXT, "доступан до"));

    private ChannelTableColumns() {}
}
