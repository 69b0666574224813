package org.example.ordinary;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Texts in the three languages. */
@Embeddable
public class Texts {

    public String titleCyrillic;
    public String titleLatin;
    public String titleEnglish;

    @Column(length = 20000)
    public String bodyCyrillic;

    @Column(length = 20000)
    public String bodyLatin;

    @Column(length = 20000)
    public String bodyEnglish;

    public String displayCyrillic;
    public String displayLatin;
    public String displayEnglish;

    String title(String language) {
        return pick(language, titleCyrillic, titleLatin, titleEnglish);
    }

    String body(String language) {
        return pick(language, bodyCyrillic, bodyLatin, bodyEnglish);
    }

    String display(String language) {
        return pick(language, displayCyrillic, displayLatin, displayEnglish);
    }

    private static String pick(String language, String cyrillic, String latin, String english) {
        return switch (language) {
            case "en" -> english;
            case "sr-Latn" -> latin;
            default -> cyrillic;
        };
    }
}
