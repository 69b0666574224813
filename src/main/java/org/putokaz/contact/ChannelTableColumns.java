package org.putokaz.contact;

import java.util.List;
import org.putokaz.live.family.TabularFamily.Column;
import org.putokaz.live.family.TabularFamily.Kind;

/** Columns of the table form of contact channels. Opening hours, addresses and providers do not fit into a cell and are not among
 * them. */
final class ChannelTableColumns {

    static final List<Column> ALL = List.of(
            new Column("unit", Kind.REFERENCE, "organisational-units"),
            new Column("kind", Kind.TEXT),
            new Column("app", Kind.TEXT),
            new Column("value", Kind.TEXT),
            new Column("region", Kind.TEXT),
            new Column("confirmedUnlisted", Kind.FLAG),
            new Column("dialableFromAbroad", Kind.FLAG),
            new Column("label", Kind.LOCALISED),
            new Column("description", Kind.LOCALISED),
            new Column("purposes", Kind.LIST),
            new Column("audiences", Kind.LIST),
            new Column("languages", Kind.LIST),
            new Column("rank", Kind.NUMBER),
            new Column("tollFree", Kind.FLAG),
            new Column("cost", Kind.TEXT),
            new Column("costNote", Kind.LOCALISED),
            new Column("anonymous", Kind.FLAG),
            new Column("confidentiality", Kind.LOCALISED),
            new Column("emergency", Kind.FLAG),
            new Column("lastVerified", Kind.TEXT),
            new Column("verifyEvery", Kind.NUMBER),
            new Column("availableFrom", Kind.TEXT),
            new Column("availableUntil", Kind.TEXT));

    private ChannelTableColumns() {}
}
