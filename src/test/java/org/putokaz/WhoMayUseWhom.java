package org.putokaz;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The table of {@link ArchitectureTest}: a package a row, and after the bar the packages that it may use. */
record WhoMayUseWhom(Map<String, Set<String>> rows) {

    static WhoMayUseWhom read(String table) {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = line.split("\\|", 2);
            rows.put(cells[0].strip(), words(cells[1]));
        });
        return new WhoMayUseWhom(rows);
    }

    private static Set<String> words(String cell) {
        return cell.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(cell.strip().split("\\s+")));
    }

    Set<String> packages() {
        return rows.keySet();
    }

    Set<String> usedBy(String user) {
        return rows.get(user);
    }

    /** What is left when packages that use nothing left are taken away, again and again; nothing when all is well. */
    List<String> cycle() {
        Map<String, Set<String>> left = new TreeMap<>();
        rows.forEach((user, used) -> left.put(user, new LinkedHashSet<>(used)));
        boolean taken = true;
        while (taken) {
            List<String> free = left.keySet().stream()
                    .filter(user -> left.get(user).stream().noneMatch(left::containsKey))
                    .toList();
            taken = left.keySet().removeAll(free);
        }
        return rows.keySet().stream().filter(left::containsKey).toList();
    }

    /** A rule a row, and one for the packages that have none. */
    Stream<ArchRule> rules(String root) {
        return Stream.concat(rows.keySet().stream().map(user -> rule(root, user)), Stream.of(isComplete(root)));
    }

    private ArchRule rule(String root, String user) {
        List<String> allowed = new ArrayList<>(usedBy(user));
        allowed.add(user);
        String[] packages =
                allowed.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(root + "." + user + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..")
                        .and(resideInAnyPackage(packages).negate()))
                .allowEmptyShould(true)
                .as(user + " may use only " + String.join(" ", usedBy(user)) + " itself");
    }

    private ArchRule isComplete(String root) {
        String[] packages =
                rows.keySet().stream().map(name -> root + "." + name + "..").toArray(String[]::new);
        return classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .and()
                // The class that starts everything, and knows nothing of it.
                .doNotHaveSimpleName("PutokazApplication")
                .should()
                .resideInAnyPackage(packages)
                .as("every package stands in the table");
    }
}
