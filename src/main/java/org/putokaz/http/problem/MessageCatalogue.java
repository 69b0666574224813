package org.putokaz.http.problem;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.putokaz.locale.Language;
import org.putokaz.locale.LanguagePolicy;
import org.putokaz.locale.SerbianTransliterator;
import org.putokaz.problem.Message;

/**
 * Catalogue of the service's own texts in every language, read from {@code messages/<part>/<tag>.properties} when a
 * language is first used. Serbian in Latin script is transliterated from Cyrillic, as content is.
 */
@Singleton
public class MessageCatalogue {

    /** The folders under {@code messages/}, one for each package with texts of its own. */
    static final List<String> PARTS = List.of(
            "http",
            "locale",
            "time",
            "contact",
            "live",
            "families",
            "pack",
            "security",
            "lint",
            "editorial",
            "schema",
            "vocabulary",
            "signing",
            "webhook");

    /** An argument may contain what looks like one, so all are filled in at once. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9])}");

    private final LanguagePolicy languages;
    private final Map<Language, Map<String, String>> bundles = new ConcurrentHashMap<>();

    @Inject
    public MessageCatalogue(LanguagePolicy languages) {
        this.languages = languages;
    }

    /**
     * The text of a message with its arguments filled in, in that language or the nearest one that has it. An argument that is a
     * message itself is given in the same language.
     */
    public String text(Message message, Language language) {
        List<Object> arguments = message.arguments();
        return PLACEHOLDER.matcher(pattern(message.code(), language)).replaceAll(placeholder -> {
            int index = Integer.parseInt(placeholder.group(1));
            String text = index < arguments.size() ? text(arguments.get(index), language) : placeholder.group();
            return Matcher.quoteReplacement(text);
        });
    }

    private String text(Object argument, Language language) {
        return argument instanceof Message message ? text(message, language) : String.valueOf(argument);
    }

    /** The text of a code with its placeholders; the code itself when no language has it. */
    public String pattern(String code, Language language) {
        String text = bundle(language).get(code);
        if (text == null) {
            text = bundle(languages.authoritative()).get(code);
        }
        return text == null ? bundle(Language.EN).getOrDefault(code, code) : text;
    }

    /** All texts of one language by their codes. */
    Map<String, String> bundle(Language language) {
        return bundles.computeIfAbsent(language, MessageCatalogue::load);
    }

    private static Map<String, String> load(Language language) {
        boolean latin = language.equals(Language.SR_LATN);
        Language written = latin ? Language.SR_CYRL : language;
        Map<String, String> texts = new HashMap<>();
        for (String part : PARTS) {
            Properties file = read("messages/" + part + "/" + written.tag() + ".properties");
            file.stringPropertyNames().forEach(code -> {
                String text = file.getProperty(code);
                texts.put(code, latin ? SerbianTransliterator.text(text) : text);
            });
        }
        return texts;
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = MessageCatalogue.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}
