package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentParser;
import org.putokaz.locale.LocalisedText;
import org.putokaz.pack.yaml.MalformedYamlException;
import org.putokaz.pack.yaml.StrictYamlReader;
import org.putokaz.problem.Violation;

/** Parser of the files of a pack: the manifest and one entry a file. It reports all errors, not only the first. */
public final class PackReader {

    public static final String MANIFEST = "pack.yaml";

    private final ContentFamilyRegistry families;
    private final ImportErrorCollector errors = new ImportErrorCollector();
    private final ImportedEntryFactory entries = new ImportedEntryFactory(errors);
    private int format = EntryEnvelope.HISTORY_FORMAT;

    private PackReader(ContentFamilyRegistry families) {
        this.families = families;
    }

    /** Content of {@value #MANIFEST}. */
    record Manifest(
            @Nullable Integer format,
            @Nullable LocalisedText title,
            @Nullable String licence) {}

    public static ImportResult read(List<PackFile> files, ContentFamilyRegistry families) {
        PackReader reader = new PackReader(families);
        if (files.stream().noneMatch(file -> file.path().equals(MANIFEST))) {
            reader.errors.add(MANIFEST, 1, "pack-without-manifest");
        }
        // The manifest gives the format of the others, so it is read first.
        files.stream().filter(file -> file.path().equals(MANIFEST)).forEach(reader::read);
        files.stream().filter(file -> !file.path().equals(MANIFEST)).forEach(reader::read);
        return new ImportResult(reader.entries.entries(), reader.errors.all());
    }

    private void read(PackFile file) {
        try {
            SourceLocation.YamlLocation location =
                    new SourceLocation.YamlLocation(file.path(), StrictYamlReader.read(file.bytes()));
            if (file.path().equals(MANIFEST)) {
                readManifest(location);
            } else {
                readEntry(location);
            }
        } catch (MalformedYamlException malformed) {
            errors.add(new ImportError(file.path(), malformed.line(), "", malformed.reason()));
        }
    }

    private void readManifest(SourceLocation.YamlLocation location) {
        try {
            Manifest manifest = ContentParser.parse(location.tree().root(), Manifest.class);
            Integer declared = manifest.format();
            if (declared != null
                    && (declared == EntryEnvelope.PLAIN_FORMAT || declared == EntryEnvelope.HISTORY_FORMAT)) {
                format = declared;
            } else {
                String known = EntryEnvelope.PLAIN_FORMAT + ", " + EntryEnvelope.HISTORY_FORMAT;
                errors.add(location.error(Violation.at("/format", "pack-format", known)));
            }
        } catch (ContentParser.UnreadableContentException unreadable) {
            errors.add(location.error(unreadable.violation()));
        }
    }

    private void readEntry(SourceLocation.YamlLocation location) {
        ContentFamily<?> family = familyOf(location.file());
        if (family == null) {
            errors.add(location.file(), 1, "not-in-a-folder-of-a-family", familyNames(families));
            return;
        }
        try {
            EntryEnvelope envelope = EntryEnvelope.of(location.tree().root(), format);
            if (isComplete(envelope, location)) {
                entries.add(location, family, envelope);
            }
        } catch (ContentParser.UnreadableContentException unreadable) {
            errors.add(location.error(unreadable.violation()));
        }
    }

    private @Nullable ContentFamily<?> familyOf(String path) {
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        return families.all().stream()
                .filter(one -> one.name().equals(folder))
                .findFirst()
                .orElse(null);
    }

    static String familyNames(ContentFamilyRegistry families) {
        return String.join(
                ", ", families.all().stream().map(ContentFamily::name).sorted().toList());
    }

    private boolean isComplete(EntryEnvelope envelope, SourceLocation.YamlLocation location) {
        List<Violation> violations = new ArrayList<>();
        if (envelope.id() == null) {
            violations.add(Violation.at("/id", "required"));
        }
        if (envelope.slug() == null) {
            violations.add(Violation.at("/slug", "required"));
        } else if (!location.file().endsWith("/" + envelope.slug() + ".yaml")) {
            violations.add(Violation.at("/slug", "slug-not-the-file-name"));
        }
        violations.addAll(EntryHistoryValidator.violations(envelope));
        violations.forEach(violation -> errors.add(location.error(violation)));
        return violations.isEmpty();
    }
}
