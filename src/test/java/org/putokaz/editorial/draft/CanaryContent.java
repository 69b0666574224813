package org.putokaz.editorial.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.putokaz.editorial.fixture.FamilySample;
import org.putokaz.fixture.Center;
import org.putokaz.fixture.Publishing;

/**
 * Content of each family in which every field has a unique value, so that a leak of any field is found by its value.
 */
final class CanaryContent {

    private static final String UNIT = """
            {'name': {'sr-Cyrl': 'Кућа §', 'en': 'House ¤', 'hu': 'Haz ¤'}, 'shortName': {'sr-Cyrl': 'К §'},
             'formerNames': [{'name': {'sr-Cyrl': 'Завод §', 'en': 'Institute ¤'}, 'from': '18¢', 'until': '19¢'}],
             'identifiers': [{'scheme': 'isil', 'value': '¤'}],
             'areaServed': [{'name': {'sr-Cyrl': 'Долина §', 'en': 'Valley ¤'}}],
             'description': {'sr-Cyrl': 'Опис § [веза §](https://¤.example.rs/¤)', 'sr-Latn': 'Opis ¤'},
             'kind': 'office', 'predecessors': ['%s'], 'established': '19¢', 'dissolved': '20¢',
             'legalBasis': [{'title': {'sr-Cyrl': 'Закон §'}, 'gazette': {'sr-Cyrl': 'Гласник §'},
                'date': '2011-03-04', 'url': 'https://¤.example.rs/¤'}],
             'address': {'street': {'sr-Cyrl': 'Улица §'}, 'city': {'sr-Cyrl': 'Град §'}, 'postalCode': '¥',
                'district': {'sr-Cyrl': 'Округ §'}, 'country': 'RS'},
             'location': {'latitude': £, 'longitude': £}, 'languages': ['hu'],
             'accessibility': {'sr-Cyrl': 'Рампа §'},
             'attachments': [{'url': 'https://¤.example.rs/¤', 'mediaType': 'application/¤', 'title': {'sr-Cyrl': 'Летак §'},
                'language': 'hu', 'bytes': 1}],
             'services': [{'id': '%s', 'slug': '¤', 'name': {'sr-Cyrl': 'Услуга §', 'en': 'Service ¤'},
                'description': {'sr-Cyrl': 'Помаже §'}, 'eligibility': {'sr-Cyrl': 'Свако §'}, 'cost': {'sr-Cyrl': 'Ништа §'},
                'requiredDocuments': [{'sr-Cyrl': 'Лист §', 'hu': 'Lap ¤'}], 'areaServed': [{'name': {'sr-Cyrl': 'Брдо §'}}],
                'audiences': ['witness'], 'channels': ['%s']}], 'sortOrder': 9¢¢}
            """;

    private static final String EVENT = """
            {'date': '19¢', 'dateNote': {'sr-Cyrl': 'Око §'}, 'title': {'sr-Cyrl': 'Дан §', 'en': 'Day ¤'},
             'body': {'sr-Cyrl': 'Прича § <https://¤.example.rs>'}, 'category': 'milestone', 'units': ['%s'],
             'sources': [{'title': {'sr-Cyrl': 'Извор §'}, 'url': 'https://¤.example.rs/¤'}],
             'attachments': [{'url': 'https://¤.example.rs/¤', 'mediaType': 'a/b', 'title': {'sr-Cyrl': 'Летак §'}}], 'sortOrder': 9¢¢}
            """.formatted(Center.CENTER);

    private static final String CHANNEL = """
            {'unit': '%s', 'kind': 'email', 'value': '¤@¤.example.rs', 'label': {'sr-Cyrl': 'Пошта §', 'en': 'Mail ¤'},
             'description': {'sr-Cyrl': 'Опис §'}, 'purposes': ['press'], 'audiences': ['witness'], 'languages': ['hu'],
             'hours': {'label': {'sr-Cyrl': 'Помоћ §'}, 'timezone': 'Europe/Belgrade', 'weekly': [{'days': ['monday'], 'opens': '03:17', 'closes': '04:43'}],
                'publicHolidays': 'same', 'exceptions': [{'from': '2033-02-03', 'to': '2033-02-04', 'intervals': [],
                    'label': {'sr-Cyrl': 'Празник §'}}]},
             'additionalHours': [{'label': {'sr-Cyrl': 'Савет §', 'en': 'Advice ¤'}, 'note': {'sr-Cyrl': 'Уз најаву §'},
                'languages': ['hu'], 'byAppointment': true, 'timezone': 'Europe/Belgrade'}],
             'tollFree': true, 'cost': 'free', 'costNote': {'sr-Cyrl': 'Цена §'},
             'confidentiality': {'sr-Cyrl': 'Тајна §'}, 'provider': {'name': {'sr-Cyrl': 'Служба §'}, 'url': 'https://¤.example.rs/¤'},
             'rank': 9¢¢, 'lastVerified': '2025-01-02', 'verifyEvery': 3000,
             'availableFrom': '2024-02-03', 'availableUntil': '2097-08-09'}
            """.formatted(Center.CENTER);

    private static final String GUIDE = """
            {'title': {'sr-Cyrl': 'Водич §', 'en': 'Guide ¤'}, 'summary': {'sr-Cyrl': 'Укратко §'}, 'audience': 'witness',
             'sortOrder': 9¢¢, 'steps': [{'id': '%s', 'slug': '¤', 'title': {'sr-Cyrl': 'Корак §'},
                'body': {'sr-Cyrl': 'Учини § одмах', 'en': 'Do ¤'}, 'kind': 'warning', 'contactChannels': ['%s']}],
             'attachments': [{'url': 'https://¤.example.rs/¤', 'mediaType': 'a/b', 'title': {'sr-Cyrl': 'Летак §'}}]}
            """;

    private final List<String> canaries = new ArrayList<>();

    /** The unique values handed out so far, folded by {@link SearchFolding}. */
    List<String> canaries() {
        return canaries;
    }

    /** A unique word in Cyrillic letters. */
    String word() {
        String word = FamilySample.uniqueWord();
        canaries.add(SearchFolding.fold(word));
        return word;
    }

    /** A unique word in Latin letters, for addresses. */
    String latin() {
        return FamilySample.slug(word());
    }

    /** The template of the family with a unique value for each placeholder. */
    String content(FamilySample sample) {
        String template = switch (sample) {
            case UNIT -> UNIT.formatted(Center.SHELTER, uniquePartId(), Center.PHONE);
            case EVENT -> EVENT;
            case CHANNEL -> CHANNEL;
            case GUIDE -> GUIDE.formatted(uniquePartId(), Center.PHONE);
        };
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char next = template.charAt(i);
            switch (next) {
                case '§' -> content.append(word());
                case '¤' -> content.append(latin());
                case '¥' -> content.append(latin().toUpperCase(Locale.ROOT));
                case '£' -> content.append(uniqueDegrees());
                case '¢' -> content.append(ThreadLocalRandom.current().nextInt(10, 100));
                default -> content.append(next);
            }
        }
        return content.toString();
    }

    private String uniqueDegrees() {
        String degrees = "44." + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L) + "7";
        canaries.add(degrees);
        return degrees;
    }

    private String uniquePartId() {
        String id = Publishing.newId().toString();
        canaries.add(id);
        return id;
    }
}
