package org.putokaz.pack;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.putokaz.live.ContentReader;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/** Reads the files of a pack: the manifest, and one entry a file. Everything that is wrong is told, not only the first. */
final class PackReader {

    static final String MANIFEST = "pack.yaml";

    private final Families families;
    private final Complaints complaints = new Complaints();
    private final EntryReader entries = new EntryReader(complaints);
    private int format = Envelope.WITH_PAST;

    private PackReader(Families families) {
        this.families = families;
    }

    /** The pack's own description. */
    record Manifest(
            @Nullable Integer format,
            @Nullable LocalisedText title,
            @Nullable String licence) {}

    static Import read(List<PackSource.File> files, Families families) {
        PackReader reader = new PackReader(families);
        if (files.stream().noneMatch(file -> file.path().equals(MANIFEST))) {
            reader.complaints.add(MANIFEST, 1, "pack-without-manifest");
        }
        // The manifest says how to read the others; complaints come in the order of the files all the same.
        files.stream().filter(file -> file.path().equals(MANIFEST)).forEach(reader::read);
        files.stream().filter(file -> !file.path().equals(MANIFEST)).forEach(reader::read);
        return new Import(reader.entries.read(), reader.complaints.all());
    }

    private void read(PackSource.File file) {
        try {
            Place.Yaml place = new Place.Yaml(file.path(), PackFile.read(file.bytes()));
            if (file.path().equals(MANIFEST)) {
                manifest(place);
            } else {
                entry(place);
            }
        } catch (PackFile.Malformed malformed) {
            complaints.add(new Complaint(file.path(), malformed.line(), "", malformed.reason()));
        }
    }

    private void manifest(Place.Yaml place) {
        try {
            Manifest manifest = ContentReader.read(place.tree().root(), Manifest.class);
            Integer named = manifest.format();
            if (named != null && (named == Envelope.PLAIN || named == Envelope.WITH_PAST)) {
                format = named;
            } else {
                String known = Envelope.PLAIN + ", " + Envelope.WITH_PAST;
                complaints.add(place.at(Violation.at("/format", "pack-format", known)));
            }
        } catch (ContentReader.Unreadable unreadable) {
            complaints.add(place.at(unreadable.violation()));
        }
    }

    private void entry(Place.Yaml place) {
        Family<?> family = familyOf(place.file());
        if (family == null) {
            complaints.add(place.file(), 1, "not-in-a-folder-of-a-family", names(families));
            return;
        }
        try {
            Envelope envelope = Envelope.of(place.tree().root(), format);
            if (isWhole(envelope, place)) {
                entries.add(place, family, envelope);
            }
        } catch (ContentReader.Unreadable unreadable) {
            complaints.add(place.at(unreadable.violation()));
        }
    }

    private @Nullable Family<?> familyOf(String path) {
        String folder = path.contains("/") ? path.substring(0, path.indexOf('/')) : "";
        return families.all().stream()
                .filter(one -> one.name().equals(folder))
                .findFirst()
                .orElse(null);
    }

    static String names(Families families) {
        return String.join(
                ", ", families.all().stream().map(Family::name).sorted().toList());
    }

    private boolean isWhole(Envelope envelope, Place.Yaml place) {
        List<Violation> violations = new ArrayList<>();
        if (envelope.id() == null) {
            violations.add(Violation.at("/id", "required"));
        }
        if (envelope.slug() == null) {
            violations.add(Violation.at("/slug", "required"));
        } else if (!place.file().endsWith("/" + envelope.slug() + ".yaml")) {
            violations.add(Violation.at("/slug", "slug-not-the-file-name"));
        }
        violations.addAll(PastCheck.violations(envelope));
        violations.forEach(violation -> complaints.add(place.at(violation)));
        return violations.isEmpty();
    }
}
