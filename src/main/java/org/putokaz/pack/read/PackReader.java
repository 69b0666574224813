package org.putokaz.pack.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.family.ContentFamily;
import org.putokaz.live.family.ContentFamilyRegistry;
import org.putokaz.live.family.ContentParser;
import org.putokaz.locale.LocalisedText;
import org.putokaz.pack.yaml.StrictYamlReader;
import org.putokaz.problem.Violation;

/** Reads the files of a pack: the manifest, and one entry a file. Everything that is wrong is told, not only the first. */
public final class PackReader {

    public static final String MANIFEST = "pack.yaml";

    private final ContentFamilyRegistry families;
    private final ImportErrorCollector complaints = new ImportErrorCollector();
    private final ImportedEntryFactory entries = new ImportedEntryFactory(complaints);
    private int format = EntryEnvelope.WITH_PAST;

    private PackReader(ContentFamilyRegistry families) {
        this.families = families;
    }

    /** The pack's own description. */
    record Manifest(
            @Nullable Integer format,
            @Nullable LocalisedText title,
            @Nullable String licence) {}

    public static ImportResult read(List<PackSource.File> files, ContentFamilyRegistry families) {
        PackReader reader = new PackReader(families);
        if (files.stream().noneMatch(file -> file.path().equals(MANIFEST))) {
            reader.complaints.add(MANIFEST, 1, "pack-without-manifest");
        }
        // The manifest says how to read the others; complaints come in the order of the files all the same.
        files.stream().filter(file -> file.path().equals(MANIFEST)).forEach(reader::read);
        files.stream().filter(file -> !file.path().equals(MANIFEST)).forEach(reader::read);
        return new ImportResult(reader.entries.read(), reader.complaints.all());
    }

    private void read(PackSource.File file) {
        try {
            SourceLocation.Yaml place = new SourceLocation.Yaml(file.path(), StrictYamlReader.read(file.bytes()));
            if (file.path().equals(MANIFEST)) {
                manifest(place);
            } else {
                entry(place);
            }
        } catch (StrictYamlReader.Malformed malformed) {
            complaints.add(new ImportError(file.path(), malformed.line(), "", malformed.reason()));
        }
    }

    private void manifest(SourceLocation.Yaml place) {
        try {
            Manifest manifest = ContentParser.read(place.tree().root(), Manifest.class);
            Integer named = manifest.format();
            if (named != null && (named == EntryEnvelope.PLAIN || named == EntryEnvelope.WITH_PAST)) {
                format = named;
            } else {
                String known = EntryEnvelope.PLAIN + ", " + EntryEnvelope.WITH_PAST;
                complaints.add(place.at(Violation.at("/format", "pack-format", known)));
            }
        } catch (ContentParser.Unreadable unreadable) {
            complaints.add(place.at(unreadable.violation()));
        }
    }

    private void entry(SourceLocation.Yaml place) {
        ContentFamily<?> family = familyOf(place.file());
        if (family == null) {
            complaints.add(place.file(), 1, "not-in-a-folder-of-a-family", names(families));
            return;
        }
        try {
            EntryEnvelope envelope = EntryEnvelope.of(place.tree().root(), format);
            if (isWhole(envelope, place)) {
                entries.add(place, family, envelope);
            }
        } catch (ContentParser.Unreadable unreadable) {
            complaints.add(place.at(unreadable.violation()));
        }
    }

    private @Nullable ContentFamily<?> familyOf(String path) {
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        return families.all().stream()
                .filter(one -> one.name().equals(folder))
                .findFirst()
                .orElse(null);
    }

    static String names(ContentFamilyRegistry families) {
        return String.join(
                ", ", families.all().stream().map(ContentFamily::name).sorted().toList());
    }

    private boolean isWhole(EntryEnvelope envelope, SourceLocation.Yaml place) {
        List<Violation> violations = new ArrayList<>();
        if (envelope.id() == null) {
            violations.add(Violation.at("/id", "required"));
        }
        if (envelope.slug() == null) {
            violations.add(Violation.at("/slug", "required"));
        } else if (!place.file().endsWith("/" + envelope.slug() + ".yaml")) {
            violations.add(Violation.at("/slug", "slug-not-the-file-name"));
        }
        violations.addAll(EntryHistoryValidator.violations(envelope));
        violations.forEach(violation -> complaints.add(place.at(violation)));
        return violations.isEmpty();
    }
}
