package org.putokaz.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.putokaz.http.Digests;
import org.putokaz.http.Messages;
import org.putokaz.live.Change;
import org.putokaz.live.ContentReader;
import org.putokaz.live.Families;
import org.putokaz.live.Family;
import org.putokaz.live.Importance;
import org.putokaz.live.Refusal;
import org.putokaz.locale.Language;
import org.putokaz.locale.LocalisedText;
import org.putokaz.problem.Violation;

/**
 * A pack that has been read: its entries as changes to publish, and where each stands, so that a complaint about an
 * entry becomes a complaint about a line of a file.
 */
final class Pack {

    private static final String MANIFEST = "pack.yaml";
    private static final int FORMAT = 1;

    private final Families families;
    private final Messages messages;
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final List<Entry> inOrder = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    private Pack(Families families, Messages messages) {
        this.families = families;
        this.messages = messages;
    }

    /** @param digest of the file's bytes, to tell a changed file from one that was loaded before */
    record Entry(String path, YamlTree tree, String digest, Change.Publish<?> change) {}

    /** What a file holds around the content. */
    record Envelope(
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable LocalisedText note,
            @Nullable JsonNode content) {}

    /** The pack's own description. */
    record Manifest(
            @Nullable Integer format,
            @Nullable LocalisedText title,
            @Nullable String licence) {}

    /** @throws PackRefused with every complaint there is about the files themselves */
    static Pack read(List<PackSource.File> files, Families families, Messages messages) {
        Pack pack = new Pack(families, messages);
        if (files.stream().noneMatch(file -> file.path().equals(MANIFEST))) {
            pack.complaints.add(MANIFEST + ":1: : there is no such file; a pack begins with it");
        }
        files.forEach(pack::read);
        pack.refuseIfAnything();
        return pack;
    }

    List<Entry> entries() {
        return inOrder;
    }

    /** The same refusal in terms of this pack's files. */
    PackRefused refused(Refusal refusal) {
        refusal.violations().forEach((id, violations) -> {
            Entry entry = entries.get(id);
            violations.forEach(violation -> {
                if (entry == null) {
                    complaints.add(id + ": " + violation.where() + ": " + text(violation));
                } else {
                    complain(entry.path, entry.tree, inContent(violation));
                }
            });
        });
        return new PackRefused(complaints.stream().sorted().toList());
    }

    /** The store speaks of the content; in a file that stands one level deeper, except for the entry's own fields. */
    private static Violation inContent(Violation violation) {
        boolean own = violation.where().equals("/slug")
                || violation.where().equals("/id")
                || violation.where().startsWith("/note");
        return own ? violation : Violation.at("/content" + violation.where(), violation.reason());
    }

    private void read(PackSource.File file) {
        try {
            YamlTree tree = PackFile.read(file.bytes());
            if (file.path().equals(MANIFEST)) {
                manifest(tree);
            } else {
                entry(file, tree);
            }
        } catch (PackFile.Malformed malformed) {
            complaints.add(file.path() + ":" + malformed.line() + ": : " + malformed.getMessage());
        }
    }

    private void manifest(YamlTree tree) {
        try {
            Manifest manifest = ContentReader.read(tree.root(), Manifest.class);
            if (!Integer.valueOf(FORMAT).equals(manifest.format())) {
                complain(MANIFEST, tree, Violation.at("/format", "pack-format", FORMAT));
            }
        } catch (ContentReader.Unreadable unreadable) {
            complain(MANIFEST, tree, unreadable.violation());
        }
    }

    private void entry(PackSource.File file, YamlTree tree) {
        String folder =
                file.path().contains("/") ? file.path().substring(0, file.path().indexOf('/')) : "";
        Family<?> family = families.all().stream()
                .filter(one -> one.name().equals(folder))
                .findFirst()
                .orElse(null);
        if (family == null) {
            TreeSet<String> names = new TreeSet<>();
            families.all().forEach(one -> names.add(one.name()));
            complaints.add(file.path() + ":1: : not in a folder of a family (" + String.join(", ", names) + ")");
            return;
        }
        try {
            Envelope envelope = ContentReader.read(tree.root(), Envelope.class);
            if (isWhole(envelope, file.path(), tree)) {
                add(file, tree, family, envelope);
            }
        } catch (ContentReader.Unreadable unreadable) {
            complain(file.path(), tree, unreadable.violation());
        }
    }

    private boolean isWhole(Envelope envelope, String path, YamlTree tree) {
        int before = complaints.size();
        if (envelope.id() == null) {
            complain(path, tree, Violation.at("/id", "required"));
        } else if (entries.containsKey(envelope.id())) {
            complain(path, tree, Violation.at("/id", "id-in-two-files", entries.get(envelope.id()).path));
        }
        if (envelope.slug() == null) {
            complain(path, tree, Violation.at("/slug", "required"));
        } else if (!path.endsWith("/" + envelope.slug() + ".yaml")) {
            complain(path, tree, Violation.at("/slug", "slug-not-the-file-name"));
        }
        if (envelope.content() == null) {
            complain(path, tree, Violation.at("/content", "required"));
        }
        return complaints.size() == before;
    }

    private <C extends Record> void add(PackSource.File file, YamlTree tree, Family<C> family, Envelope envelope) {
        try {
            C content = ContentReader.read(java.util.Objects.requireNonNull(envelope.content()), family.contentType());
            UUID id = java.util.Objects.requireNonNull(envelope.id());
            String slug = java.util.Objects.requireNonNull(envelope.slug());
            Change.Publish<C> change =
                    new Change.Publish<>(family, id, slug, content, Importance.MAJOR, envelope.note());
            Entry entry = new Entry(file.path(), tree, Digests.sha256(file.bytes()), change);
            entries.put(id, entry);
            inOrder.add(entry);
        } catch (ContentReader.Unreadable unreadable) {
            complain(file.path(), tree, inContent(unreadable.violation()));
        }
    }

    private void complain(String path, YamlTree tree, Violation violation) {
        complaints.add(path + ":" + tree.lineOf(violation.where()) + ": " + violation.where() + ": " + text(violation));
    }

    private String text(Violation violation) {
        return messages.text(violation.reason(), Language.EN);
    }

    private void refuseIfAnything() {
        if (!complaints.isEmpty()) {
            throw new PackRefused(complaints);
        }
    }
}
