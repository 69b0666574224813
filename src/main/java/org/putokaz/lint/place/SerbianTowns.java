package org.putokaz.lint.place;

/** Names of the towns and municipalities of Serbia, for patterns over folded text. */
final class SerbianTowns {

    /** The last letter may differ or be missing: {@code Београду}, {@code Niša}. */
    static final String PATTERN = "(?iu:"
            + ScriptFolding.pattern(
                    "ada|aleksandrovac|aleksinac|alibunar|apatin|arandelovac"
                            + "|arilj|babusnic|bac|backa palanka|backa topola|backi petrovac|bajina basta|batocin|becej|bela crkva"
                            + "|bela palanka|belgrade|beocin|beograd|blac|bogatic|bojnik|boljevac|bor|bosilegrad|brus|bujanovac|cacak"
                            + "|cajetin|cicevac|crna trav|cuprij|despotovac|dimitrovgrad|doljevac|gadzin han|golubac|gornji milanovac"
                            + "|indij|irig|ivanjic|jagodin|kanjiz|kikind|kladov|knic|knjazevac|koceljev|kosjeric|kosovska mitrovica"
                            + "|kovacic|kovin|kragujevac|kraljev|krupanj|krusevac|kucev|kula|kursumlij|lajkovac|lazarevac|leban|leskovac"
                            + "|loznic|lucani|ljig|ljubovij|majdanpek|mali idos|mali zvornik|medved|merosin|mionic|mladenovac|negotin|nis"
                            + "|nova crnja|nova varos|novi becej|novi beograd|novi pazar|novi sad|novi knezevac|obrenovac|odzac|opov"
                            + "|osecin|pancev|paracin|petrovac|pirot|plandist|pozarevac|pozeg|presev|priboj|prijepolj|pristin|prizren"
                            + "|prokuplj|raca|rask|razanj|rekovac|rum|ruma|secanj|sent|senta|sabac|sid|sjenic|smederev"
                            + "|smederevska palanka|sombor|sopot|srbobran|sremska mitrovica|sremski karlovci|subotic|surdulic|svilajnac"
                            + "|svrljig|temerin|titel|topol|trgovist|trstenik|tutin|ub|uzic|valjev|varvarin|velika plana|vladicin han"
                            + "|vlasotinc|vranj|vranjska banja|vrbas|vrnjacka banja|vrsac|zabalj|zajecar|zemun|zitist|zitorad|zrenjanin")
            + ")\\p{L}{0,2}(?!\\p{L})";

    private SerbianTowns() {}
}
