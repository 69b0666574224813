package org.putokaz.lint.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.putokaz.http.problem.MessageCatalogue;
import org.putokaz.lint.Finding;
import org.putokaz.lint.Severity;
import org.putokaz.lint.TextKind;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;

/** What leads to a place, and what does not though it looks alike. */
class PlaceDetectorTest {

    private static final PlaceDetector DETECTOR = new PlaceDetector();

    private static List<Finding> detect(String text) {
        return DETECTOR.detect(TextKind.PROSE, text, "sr-Cyrl");
    }

    private static String said(String text) {
        return String.join(
                "; ",
                detect(text).stream()
                        .map(finding -> finding.message().code() + " «" + finding.found() + "»")
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Кућа је преко пута дома здравља у Сурчину.    | преко пута дома здравља
            Одмах иза аутобуске станице, трећа капија     | иза аутобуске станице
            kod Osnovne škole „Vuk Karadžić”              | kod Osnovne škole
            Naspram pijace, drugi sprat                   | Naspram pijace
            It is next to the old church.                 | next to the old church
            Opposite the bus station                      | Opposite the bus station
            у близини старог моста                        | у близини старог моста
            """)
    void aLandmarkIsFoundAndDoubtful(String text, String found) {
        assertThat(detect(text)).singleElement().satisfies(finding -> {
            assertThat(finding.message().code()).isEqualTo("place-landmark");
            assertThat(finding.found()).isEqualTo(found);
            assertThat(PlaceDetector.isDoubtful(finding)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Поред тога, помажемо и породицама.",
                "Иди у дом здравља или у болницу.",
                "Лекар у болници те прегледа.",
                "Полиција и суд су обавештени.",
                "Do not stay close to that person.",
                "Go to the nearest hospital or police station.",
                "Центар за социјални рад иза сваког корака стоји уз тебе."
            })
    void whatTellsNoWayIsNoLandmark(String text) {
        assertThat(said(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Налазимо се у улици Кнеза Милоша 12.                | улици Кнеза Милоша 12
            Улица Кнеза Милоша бр. 12/3, други спрат            | Улица Кнеза Милоша бр. 12/3
            ул. Цара Душана 5а                                  | ул. Цара Душана 5а
            ул.Цара Душана 5                                    | ул.Цара Душана 5
            Ул. 27. марта 43, Београд                           | Ул. 27. марта 43
            у Улици 1300 каплара 4 у Новом Саду                 | Улици 1300 каплара 4
            из улице Боре Станковића бб                         | улице Боре Станковића бб
            на Булевару краља Александра 73                     | Булевару краља Александра 73
            Булевар ослобођења бб                               | Булевар ослобођења бб
            бул. Михајла Пупина 10-14                           | бул. Михајла Пупина 10-14
            Трг Николе Пашића 5                                 | Трг Николе Пашића 5
            на Тргу републике број 3                            | Тргу републике број 3
            Студентски трг 1                                    | Студентски трг 1
            на Студентском тргу 1                               | Студентском тргу 1
            Обилићев венац 18, улаз 2                           | Обилићев венац 18
            Зрењанински пут 84                                  | Зрењанински пут 84
            на Зрењанинском путу 84                             | Зрењанинском путу 84
            Кеј ослобођења 2                                    | Кеј ослобођења 2
            на Кеју жртава рације 4а                            | Кеју жртава рације 4а
            Шеталиште Лазе Костића 7                            | Шеталиште Лазе Костића 7
            УЛИЦА КНЕЗА МИЛОША 12                               | УЛИЦА КНЕЗА МИЛОША 12
            улица краља петра 12, нови сад                      | улица краља петра 12
            у улици Кнеза Милоша, у броју 12                    | улици Кнеза Милоша, у броју 12
            Кнеза Милоша 12                                     | Кнеза Милоша 12
            Зграда је у Кнеза Милоша 12.                        | Кнеза Милоша 12
            Војводе Степе 283, Вождовац                         | Војводе Степе 283
            Светог Саве 5                                       | Светог Саве 5
            Народног фронта 45                                  | Народног фронта 45
            Боре Станковића 9                                   | Боре Станковића 9
            Немањина 22-26                                      | Немањина 22-26
            у Немањиној 22, у приземљу                          | Немањиној 22
            Канаринчева 17                                      | Канаринчева 17
            у Таковској 10 у Београду                           | Таковској 10
            Теслина бб                                          | Теслина бб
            """)
    void aStreetInCyrillicIsFound(String text, String found) {
        assertThat(said(text)).isEqualTo("place-street «" + found + "»");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Nalazimo se u ulici Kneza Miloša 12.                | ulici Kneza Miloša 12
            ul. Cara Dušana br. 5                               | ul. Cara Dušana br. 5
            Ulica Bore Stankovića bb                            | Ulica Bore Stankovića bb
            ulica Zarka Zrenjanina 3                            | ulica Zarka Zrenjanina 3
            na bulevaru Kralja Aleksandra 73                    | bulevaru Kralja Aleksandra 73
            bul. Oslobodjenja 15                                | bul. Oslobodjenja 15
            Trg slobode 1                                       | Trg slobode 1
            na Trgu slobode 1                                   | Trgu slobode 1
            setaliste Laze Kostica 7                            | setaliste Laze Kostica 7
            Šetalištu Laze Kostića 7                            | Šetalištu Laze Kostića 7
            Kej žrtava racije 4                                 | Kej žrtava racije 4
            Zrenjaninski put 84                                 | Zrenjaninski put 84
            Kraljice Natalije 9                                 | Kraljice Natalije 9
            Kneza Milosa 12                                     | Kneza Milosa 12
            Bore Stankovica 9                                   | Bore Stankovica 9
            u Nemanjinoj 22                                     | Nemanjinoj 22
            Njegoševa 14                                        | Njegoševa 14
            ulica sigurne kuće b.b.                             | ulica sigurne kuće b.b.
            """)
    void aStreetInLatinIsFound(String text, String found) {
        assertThat(said(text)).isEqualTo("place-street «" + found + "»");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            The house is at 12 Knez Mihailova Street in Belgrade. | 12 Knez Mihailova Street
            Knez Mihailova Street 12                            | Knez Mihailova Street 12
            Knez Mihailova street no. 12                        | Knez Mihailova street no. 12
            24 Prince Michael St., second floor                 | 24 Prince Michael St.
            5 Liberation Boulevard                              | 5 Liberation Boulevard
            Liberation Avenue 5a                                | Liberation Avenue 5a
            at Republic Square 3                                | Republic Square 3
            3, Square of the Republic                           | 3, Square of the Republic
            Square of the Republic 3                            | Square of the Republic 3
            17 Danube Quay                                      | 17 Danube Quay
            12 Bulevar kralja Aleksandra                        | 12 Bulevar kralja Aleksandra
            12 Bulevar Oslobođenja                              | 12 Bulevar Oslobođenja
            12 Kneza Miloša                                     | 12 Kneza Miloša
            """)
    void aStreetInEnglishIsFound(String text, String found) {
        assertThat(said(text)).isEqualTo("place-street «" + found + "»");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Савска 35                              | place-street «Савска 35»
            Savska 35                              | place-street «Savska 35»
            САВСКА 35                              | place-street «САВСКА 35»
            у Савској 35, у приземљу               | place-street «Савској 35»
            Deligradska 14/2                       | place-street «Deligradska 14/2»
            Барска 5а                              | place-street «Барска 5а»
            Николе Тесле 5                         | place-name-with-number «Николе Тесле 5»
            Максима Горког 12, други спрат         | place-name-with-number «Максима Горког 12»
            Кућа је у Теразијама 3.                | place-name-with-number «Теразијама 3»
            Налазимо се на адреси Теразије 3       | place-name-with-number «Теразије 3»
            Адреса: Теразије 3                     | place-name-with-number «Теразије 3»
            Теразије 3, Београд                    | place-name-with-number «Теразије 3»
            Теразије 3, 11000 Београд              | place-name-with-number «Теразије 3»; place-postal-code «11000 Београд»
            Terazije 14/2                          | place-name-with-number «Terazije 14/2»
            Теразије 3а                            | place-name-with-number «Теразије 3а»
            Код Теразија 3                         | place-name-with-number «Код Теразија 3»
            We are at Terazije 3.                  | place-name-with-number «Terazije 3»
            """)
    void aStreetWithoutAStreetWordIsFound(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Члан 35",
                "Члан 35а",
                "по Члану 35 Закона",
                "Жртава 35",
                "Жртава 35, Београд 12, Ниш 3",
                "Жена 35. Деце 12.",
                "Женска 35, Мушка 12",
                "Запослених 12",
                "- Жртава 35\n- Деце 12",
                "**Жртава 35**",
                "Случајева 35",
                "Позива 35 и разговора 12",
                "Имамо 12 кревета. Помогли смо Ани 12 пута.",
                "Понедељак 9-17",
                "Петак 9/17",
                "од Понедељка 8",
                "Свакодневно 8-20",
                "Radno vreme: Sreda 8",
                "Април 12",
                "on July 5, on Monday 9",
                "Victims 35",
                "Victims Helped 35",
                "Novi Sad 12, Gornji Milanovac 3",
                "Monday 9-17",
                "Room 12, Article 35",
                "as in Article 35",
                "Позовите 112",
                "Полиција 192",
                "или Полицију 192",
                "Служба Подршке 24/7",
                "Подршка 24/7",
                "Подршка 35",
                "Тачка 5",
                "Србија 12, Румунија 5, Северна Македонија 3",
                "Црна Гора 3",
                "Нови Сад 12",
                "у Новом Саду 12 жртава",
                "Ковид 19",
                "Конвенција 29",
                "Ирина, 17 година"
            })
    void aNumberAfterAnotherWordIsNoHouseNumber(String text) {
        assertThat(said(text)).isEmpty();
        assertThat(DETECTOR.detect(TextKind.LINE, text, "sr-Cyrl")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sigurna-kuca-savska-35               | place-street «savska-35»
            savska-35-2                          | place-street «savska-35-2»
            savska-35-11000-beograd              | place-street «savska-35»
            kuca-kneza-milosa-12                 | place-street «kneza-milosa-12»
            bore-stankovica-9                    | place-street «bore-stankovica-9»
            ulica-kneza-milosa-12                | place-street «ulica-kneza-milosa-12»
            sigurna-kuca-2                       |
            organizaciona-jedinica-2             |
            psiholoska-podrska-2                 |
            pocetak-rada-2019                    |
            clan-35                              |
            opstina-12                           |
            """)
    void aSlugIsReadAsItsWords(String slug, String said) {
        List<String> found = DETECTOR.detectInSlug(slug, "slug").stream()
                .map(finding -> finding.message().code() + " «" + finding.found() + "»")
                .toList();
        assertThat(String.join("; ", found)).isEqualTo(said == null ? "" : said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /sigurna-kuca-savska-35                            | place-street «savska-35»
            https://example.org/sigurna-kuca-savska-35         | place-street «savska-35»
            https://example.org/x/savska-35.html               | place-street «savska-35»
            https://example.org/Savska_35?a=b                  | place-street «Savska_35»
            https://example.org/trazi?q=Kneza+Milosa+12        | place-street «Kneza+Milosa+12»
            https://example.org/trazi?q=Savska%2035            | place-street «Savska%2035»
            https://example.org/?q=44.8,20.4                   | place-coordinates «44.8,20.4»
            https://example.org/@44.81,20.46,15z               | place-coordinates «44.81,20.46»
            https://maps.google.com/?q=44.8,20.4               | place-coordinates «44.8,20.4»; place-map-link «https://maps.google.com/?q=44.8,20.4»
            https://example.org/vesti/2019/12/podrska-35       |
            https://example.org/verzija-1.8,2.4                |
            https://example.org/?v=1.8,2.4                     |
            /sigurna-kuca-2                                    |
            """)
    void aWebAddressIsReadAsItsWords(String address, String said) {
        for (String text : List.of(address, "Видите [овде](" + address + ").")) {
            List<String> found = DETECTOR.detect(TextKind.PROSE, text, "en").stream()
                    .map(finding -> finding.message().code() + " «" + finding.found() + "»")
                    .sorted()
                    .toList();
            assertThat(String.join("; ", found)).as(text).isEqualTo(said == null ? "" : said);
        }
        assertThat(DETECTOR.detect(TextKind.ADDRESS, address, "url"))
                .hasSize(said == null ? 0 : said.split(";").length);
    }

    @ParameterizedTest
    @CsvSource({
        "Прихватилиште се преселило, true",
        "из Сигурне куће, true",
        "u sigurnoj kući, true",
        "the shelter has moved, true",
        "the safe house, true",
        "Канцеларија се преселила, false",
        "сигурно у кући, false"
    })
    void wordsForAShelterAreKnown(String text, boolean known) {
        assertThat(ShelterWords.occurIn(text)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            11000 Београд                     | place-postal-code «11000 Београд»
            21000 Novi Sad                    | place-postal-code «21000 Novi Sad»
            21 000 Novi Sad                   | place-postal-code «21 000 Novi Sad»
            RS-18000 Niš                      | place-postal-code «RS-18000 Niš»
            Београд 11000                     | place-postal-code «Београд 11000»
            у Нишу, 18 000                    | place-postal-code «Нишу, 18 000»
            поштански број 21000              | place-postal-code «поштански број 21000»
            поштанског броја 21000            | place-postal-code «поштанског броја 21000»
            ПАК 112345                        | place-postal-code «ПАК 112345»
            postal code: 21000                | place-postal-code «postal code: 21000»
            """)
    void aPostalCodeIsFound(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "44.812500, 20.461200",
                "44.8125,20.4612",
                "44,8125; 20,4612",
                "44.8125 20.4612",
                "N 44.8125, E 20.4612",
                "44.8125° N, 20.4612° E",
                "44,8125° С, 20,4612° И",
                "-33.8688, 151.2093",
                "44.8125 и 20.4612",
                "ширина 44.8125, дужина 20.4612",
                "44°48'45\"N 20°27'40\"E",
                "44° 48′ 45″",
                "44° 48.75' N",
                "44°48,750",
                "44 степени 48 минута",
                "44 stepena i 48 minuta",
                "44 degrees 48 minutes north",
                "lat: 44.81, lon: 20.46",
                "latitude=44.81",
                "ГПС 44.812, 20.461",
                "координате: 44.81, 20.46",
                "34T DQ 57 62",
                "34T 457000 4962000"
            })
    void coordinatesAreFound(String text) {
        assertThat(detect(text))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message().code()).isEqualTo("place-coordinates"));
    }

    @ParameterizedTest
    @CsvSource({
        "8GP2RF6J+X5, place-plus-code",
        "RF6J+X5 Београд, place-plus-code",
        "rf6j+x5c, place-plus-code",
        "8GP20000+, place-plus-code",
        "///filled.count.soap, place-words",
        "///попуњен.број.сапун, place-words",
        "what3words: filled.count.soap, place-words",
        "на адреси w3w filled.count.soap, place-words"
    })
    void aCodeOfAPlaceIsFound(String text, String code) {
        assertThat(said(text)).startsWith(code).doesNotContain(";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/maps/place/Beograd",
                "https://google.rs/maps?q=a",
                "https://maps.google.com/?q=a",
                "https://www.google.co.uk/maps",
                "https://goo.gl/maps/abc",
                "https://maps.app.goo.gl/abc",
                "maps.app.goo.gl/abc",
                "https://g.page/kuca",
                "https://www.openstreetmap.org/node/1",
                "https://osm.org/go/x",
                "https://maps.apple.com/?q=a",
                "https://maps.apple/p/abc",
                "https://wego.here.com/",
                "https://share.here.com/l/1",
                "https://waze.com/ul/h1",
                "https://ul.waze.com/ul?ll=1",
                "https://www.bing.com/maps?cp=1",
                "https://binged.it/1",
                "https://yandex.com/maps/1",
                "https://yandex.ru/maps/1",
                "https://maps.yandex.ru/1",
                "https://www.planplus.rs/beograd",
                "https://a3.geosrbija.rs/x",
                "https://w3w.co/filled.count",
                "https://what3words.com/filled",
                "https://plus.codes/x",
                "geo:44.8,20.4",
                "waze://?ll=1",
                "comgooglemaps://?q=a",
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fmaps.app.goo.gl%2Fabc"
            })
    void aLinkToAMapIsFound(String link) {
        assertThat(said("Пут: " + link)).contains("place-map-link");
        assertThat(said("Погледајте [овде](" + link + ").")).contains("place-map-link");
        assertThat(DETECTOR.detect(TextKind.ADDRESS, link, "value"))
                .extracting(finding -> finding.message().code())
                .contains("place-map-link");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Позовите 011 2650 329            | 011 2650 329
            тел. 021/123-456                 | 021/123-456
            (018) 123 456                    | (018) 123 456
            тел.0230 41 234                  | 0230 41 234
            +381 11 123 4567                 | +381 11 123 4567
            +381 (0)21 123 456               | +381 (0)21 123 456
            0038134123456                    | 0038134123456
            381 21 123456                    | 381 21 123456
            +383 38 123 456                  | +383 38 123 456
            011 2650 329/330                 | 011 2650 329
            011 2345678, 063 610 590         | 011 2345678
            """)
    void aLandlineIsFound(String text, String found) {
        assertThat(said(text)).isEqualTo("place-landline «" + found + "»");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Центар је основан 13. априла 2012. године.",
                "Почео је са радом 2. јула 2012, а Служба 2004.",
                "01.02.2012. и 31. 12. 2024.",
                "Уредба („Службени гласник РС”, број 16/2012, од 7. марта 2012. године)",
                "Сл. гласник РС, бр. 44/2025 и 64/2025",
                "Sl. glasnik RS 44/2025",
                "Official Gazette of the Republic of Serbia, No. 16/2012, of 7 March 2012",
                "Позовите 063 610 590 или 112.",
                "0800 200 201 је бесплатан, 0900 123 456 није.",
                "+381 63 610 590",
                "116 111, 194, 19 833",
                "Више од 45% случајева, 12,5 % и 20,75%",
                "Расте 12,50 и 20,30 процената.",
                "Свака улица може бити опасна.",
                "Живела је на улици.",
                "Улица је мирна, а кућа безбедна.",
                "У улици се налази 12 кућа.",
                "Улица је затворена од 12. до 15. маја.",
                "На тргу је било 300 особа.",
                "Трг републике 2012. године",
                "Скуп је на Тргу републике 12. априла у 10 часова.",
                "Пут до безбедности траје 12 недеља.",
                "Сваки пут 5 минута разговора.",
                "Први пут 12. маја",
                "Београд",
                "Центар је у Београду.",
                "Нови Сад, Ниш и Крагујевац",
                "у Београду 24 сата дневно",
                "Помогли смо 15000 људи.",
                "Београд 15000 људи годишње",
                "21 000 динара",
                "11000 RSD",
                "ISO 27001 Сертификат",
                "Температура је 36,6 °С, напољу 37.55 °C.",
                "Угао од 45°",
                "Отворено 08.00-16.00, радним данима 9-17.",
                "Радно време: 24 сата, 7 дана",
                "Члан 12, став 3, тачка 4",
                "Корак 3. Позовите.",
                "Године 2012. и 2019.",
                "Школска 2012/2013. година",
                "Хрватска 3, Мађарска 2, Бугарска 5",
                "Република Српска 5, Војводина 12",
                "Број предмета 011-00123/2019",
                "Матични број: 02012345",
                "Рачун 840-1234567-12",
                "Средства: 1.234.567,89 динара",
                "Курс 117,1234 и 1,0876",
                "C++ и 5+5",
                "ASTRA, https://www.astra.rs/kontakt",
                "https://www.there.com и https://example.org/maps",
                "https://www.google.com/search?q=astra",
                "Видите www.putokaz.rs/verzija.1.2.3",
                "Петра је имала 17 година.",
                "Катарина, 17 година",
                "Катарина 17 година",
                "Кнеза Милоша су звали 12 пута.",
                "Street work began on 5 July 2012.",
                "The street is open 24 hours a day.",
                "Road safety for 12 children",
                "In 2012 Main Street was closed.",
                "Step 3, page 12, section 4",
                "the 3 High Court judges",
                "Prijavite se na adresu pomoc@example.org do 15. maja.",
                "Ulica bez broja",
                "bb cream",
                "+18, 24/7, 1+1",
                "Корисница А, 3 деце",
                "Члан 388 КЗ",
                "Улица, број и град су тајни.",
                "Трг, улица, булевар"
            })
    void whatLeadsToNoPlaceIsNotFound(String text) {
        assertThat(said(text)).isEmpty();
        assertThat(DETECTOR.detect(TextKind.LINE, text, "sr-Cyrl")).isEmpty();
    }

    /** What the documentation says that is not found; each of these is to move to the tables above when it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Теразије 3",
                "улица Кнеза Милоша дванаест",
                "Улица Патријарха Павла 1100",
                "на углу улица Кнеза Милоша и Немањине",
                "filled.count.soap",
                "https://bit.ly/3abcde"
            })
    void whatTheDocumentationSaysIsNotFound(String text) {
        assertThat(said(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ул. **Цара Душана** 5             | place-street «ул. **Цара Душана** 5»
            `44.8125,20.4612`                 | place-coordinates «44.8125,20.4612»
            <https://maps.app.goo.gl/abc>     | place-map-link «https://maps.app.goo.gl/abc»
            [позив](tel:+38121123456)         | place-landline «+38121123456»
            Цара&nbsp;Душана 5                | place-street «Цара&nbsp;Душана 5»
            """)
    void markupHidesNothing(String text, String said) {
        assertThat(said(text)).isEqualTo(said);
    }

    @Test
    void whatTheWordsAndTheSourceBothHoldIsReportedOnce() {
        assertThat(detect("Улица Кнеза Милоша 12, 11000 Београд, 011 123 4567"))
                .extracting(finding -> finding.message().code())
                .containsExactly("place-street", "place-postal-code", "place-landline");
    }

    @Test
    void aFindingSaysWhereItIsAndInWhichText() {
        Finding finding =
                DETECTOR.detect(TextKind.LINE, "Кућа: ул. Цара Душана 5.", "en").get(0);

        assertThat(finding.rule()).isEqualTo("L13");
        assertThat(finding.level()).isEqualTo(Severity.WARNING);
        assertThat(finding.offset()).isEqualTo(6);
        assertThat(finding.length()).isEqualTo("ул. Цара Душана 5".length());
        assertThat(finding.message().arguments()).isEqualTo(List.of("ул. Цара Душана 5", "en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ул. Цара Душана 5",
                "11000 Београд",
                "44.8125,20.4612",
                "RF6J+X5",
                "///a.b.c",
                "osm.org/go/x",
                "011 123 4567"
            })
    void aSentenceNamesTheTextAndWhatToWriteInEveryLanguage(String text) {
        MessageCatalogue messages = new MessageCatalogue(new LanguagePolicy(
                Language.SR_CYRL, List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN), Map.of()));
        Finding finding = detect(text).get(0);
        for (Language language : List.of(Language.SR_CYRL, Language.SR_LATN, Language.EN)) {
            assertThat(messages.text(finding.message(), language))
                    .contains("(sr-Cyrl)")
                    .contains(finding.found())
                    .doesNotContain("{");
        }
    }

    /** Texts that make a pattern try many ways; each pattern looks at a bounded number of characters. */
    @ParameterizedTest
    @ValueSource(strings = {"улица А ", "Кнеза ", "1 ", "0", "44.8125 ", "011 ", "Street ", "a.", "/", "2G", "N44°4 "})
    void aLongTextIsSearchedToItsEnd(String part) {
        assertThat(detect(part.repeat(20_000 / part.length()) + "\n\nул. Цара Душана 5"))
                .anySatisfy(finding -> assertThat(finding.found()).isEqualTo("ул. Цара Душана 5"));
    }
}
