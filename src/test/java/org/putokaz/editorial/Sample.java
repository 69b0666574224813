package org.putokaz.editorial;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Publishing;

/** What a test writes into a draft of each family. JSON with single quotes. */
public enum Sample {
    UNIT("organisational-units", "name", "sortOrder", false) {
        @Override
        public String content(String name) {
            return "{'name': {'sr-Cyrl': '" + name + "'}, 'kind': 'office', 'sortOrder': 900}";
        }

        @Override
        public String naming(String name, String id) {
            return "{'name': {'sr-Cyrl': '" + name + "'}, 'kind': 'office', 'parent': '" + id + "'}";
        }

        @Override
        String pointer() {
            return "/content/parent";
        }

        @Override
        Sample named() {
            return UNIT;
        }
    },

    EVENT("history-events", "title", "sortOrder", false) {
        @Override
        public String content(String name) {
            return "{'date': '2020', 'title': {'sr-Cyrl': '" + name + "'}, 'category': 'milestone', 'sortOrder': 900}";
        }

        @Override
        public String naming(String name, String id) {
            return "{'date': '2020', 'title': {'sr-Cyrl': '" + name + "'}, 'category': 'milestone', 'units': ['" + id
                    + "']}";
        }

        @Override
        String pointer() {
            return "/content/units/0";
        }

        @Override
        Sample named() {
            return UNIT;
        }
    },

    CHANNEL("contact-channels", "label", "rank", true) {
        @Override
        public String content(String name) {
            return naming(name, Center.CENTER);
        }

        @Override
        public String naming(String name, String id) {
            return "{'unit': '" + id + "', 'kind': 'phone', 'value': '011 123 4567', 'label': {'sr-Cyrl': '" + name
                    + "'}, 'purposes': ['general'], 'rank': 900}";
        }

        @Override
        String pointer() {
            return "/content/unit";
        }

        @Override
        Sample named() {
            return UNIT;
        }
    },

    GUIDE("help-guides", "title", "sortOrder", true) {
        @Override
        public String content(String name) {
            return naming(name, Center.PHONE);
        }

        @Override
        public String naming(String name, String id) {
            return "{'title': {'sr-Cyrl': '" + name + "'}, 'audience': 'witness', 'sortOrder': 900, 'steps': [{'id': '"
                    + Publishing.newId() + "', 'slug': '" + slug(newName())
                    + "', 'title': {'sr-Cyrl': 'Корак'}, 'body': {'sr-Cyrl':"
                    + " 'Учини то.'}, 'contactChannels': ['" + id + "']}]}";
        }

        @Override
        String pointer() {
            return "/content/steps/0/contactChannels/0";
        }

        @Override
        Sample named() {
            return CHANNEL;
        }
    };

    private static final String CYRILLIC = "абвгдезиклмнопрсту";
    private static final String LATIN = "abvgdeziklmnoprstu";
    private static final AtomicInteger WORDS = new AtomicInteger((int) (System.nanoTime() & 0xFFFFF) + 0x100000);

    public final String family;
    /** What the family calls the name of an entry, and its place in a list. */
    public final String nameField;

    public final String orderField;
    /** Whether somebody else must approve it, as it is configured unless said otherwise. */
    public final boolean needsApproval;

    Sample(String family, String nameField, String orderField, boolean needsApproval) {
        this.family = family;
        this.nameField = nameField;
        this.orderField = orderField;
        this.needsApproval = needsApproval;
    }

    /** Everything that publishing asks for. */
    public abstract String content(String name);

    /** The same, with another entry named in it. */
    public abstract String naming(String name, String id);

    /** Where that other entry's id stands. */
    abstract String pointer();

    /** What family the other entry is of. */
    abstract Sample named();

    public String content() {
        return content(newName());
    }

    public static String newName() {
        return "Проба " + word();
    }

    /** A Cyrillic word that stands nowhere else. */
    public static String word() {
        StringBuilder word = new StringBuilder("ка");
        for (int rest = WORDS.incrementAndGet(); rest > 0; rest /= CYRILLIC.length()) {
            word.append(CYRILLIC.charAt(rest % CYRILLIC.length()));
        }
        return word.toString();
    }

    /** The slug that such a name makes. */
    public static String slug(String name) {
        StringBuilder slug = new StringBuilder();
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = CYRILLIC.indexOf(letter);
            slug.append(at < 0 ? '-' : LATIN.charAt(at));
        }
        return slug.toString();
    }

    public static String unknownId() {
        return UUID.randomUUID().toString();
    }
}
