package org.putokaz.live.family;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.view.AttachmentView;
import org.putokaz.http.view.EntryLocaliser;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;

/**
 * Link from an entry to a leaflet or another file. The file itself is kept elsewhere and is never fetched.
 *
 * @param url https
 * @param mediaType type and subtype of RFC 6838, without parameters
 * @param language of the file; null when it is for readers of all languages
 * @param bytes size of the file; null when it is not known
 */
public record Attachment(
        @Nullable String url,
        @Nullable String mediaType,
        @Nullable LocalisedText title,
        @Nullable Language language,
        @Nullable Long bytes) {

    /** Of one entry. */
    public static final int MAX_ATTACHMENTS = 20;
    /** One terabyte. */
    static final long MAX_BYTES = 1_000_000_000_000L;

    /** Type and subtype of at most 127 characters each (RFC 6838, section 4.2). */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}");

    public static List<Attachment> withDerivedLanguages(List<Attachment> attachments, LanguageDerivation derivation) {
        return derivation.each(
                attachments,
                one -> new Attachment(one.url, one.mediaType, derivation.plain(one.title), one.language, one.bytes));
    }

    /** Checks the attachments of an entry. One file may be there in several languages, but not twice in one. */
    public static void check(String pointer, List<Attachment> attachments, ContentViolations violations) {
        violations.checkSize(pointer, attachments, MAX_ATTACHMENTS);
        Set<List<@Nullable Object>> seen = new HashSet<>();
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            attachment.check(pointer + "/" + i, violations);
            if (attachment.url != null && !seen.add(keyOf(attachment))) {
                violations.add(pointer + "/" + i + "/url", "repeated");
            }
        }
    }

    private static List<@Nullable Object> keyOf(Attachment attachment) {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(attachment.url);
        key.add(attachment.language);
        return key;
    }

    private void check(String pointer, ContentViolations violations) {
        violations.checkRequired(pointer + "/url", url);
        violations.checkRequired(pointer + "/mediaType", mediaType);
        violations.checkRequired(pointer + "/title", title);
        violations.checkName(pointer + "/title", title);
        WebAddressRule.checkEncrypted(pointer + "/url", url, violations);
        if (mediaType != null && !MEDIA_TYPE.matcher(mediaType).matches()) {
            violations.add(pointer + "/mediaType", "not-a-media-type");
        }
        if (bytes != null && (bytes < 1 || bytes > MAX_BYTES)) {
            violations.add(pointer + "/bytes", "not-a-number-between", 1, MAX_BYTES);
        }
    }

    /** The attachments in the language of the response; all of them, whatever the language of the file. */
    public static List<AttachmentView> views(List<Attachment> attachments, EntryLocaliser localiser) {
        List<AttachmentView> views = new ArrayList<>();
        for (Attachment attachment : attachments) {
            String pointer = "/attachments/" + views.size() + "/title";
            views.add(new AttachmentView(
                    Objects.requireNonNull(attachment.url),
                    Objects.requireNonNull(attachment.mediaType),
                    localiser.required(pointer, Objects.requireNonNull(attachment.title)),
                    attachment.language == null ? null : attachment.language.tag(),
                    attachment.bytes));
        }
        return views;
    }
}
