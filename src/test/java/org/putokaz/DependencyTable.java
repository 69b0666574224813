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

/** Table of permitted dependencies: one package a row, and after the bar the packages that it may use. */
record DependencyTable(Map<String, Set<String>> rows) {

    static DependencyTable read(String table) {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        table.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = line.split("\\|", 2);
            rows.put(cells[0].strip(), words(cells[1]));
        });
        return new DependencyTable(rows);
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

    /** The packages that remain when packages without dependencies are removed repeatedly; empty without a cycle. */
    List<String> cycle() {
        Map<String, Set<String>> left = new TreeMap<>();
        rows.forEach((user, used) -> left.put(user, new LinkedHashSet<>(used)));
        boolean removed = true;
        while (removed) {
            List<String> free = left.keySet().stream()
                    .filter(user -> left.get(user).stream().noneMatch(left::containsKey))
                    .toList();
            removed = left.keySet().removeAll(free);
        }
        return rows.keySet().stream().filter(left::containsKey).toList();
    }

    /** A rule for each row, and one that every package has a row. Rows are top-level packages. */
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
                // The main class, which no other class depends on.
                .doNotHaveSimpleName("PutokazApplication")
                .should()
                .resideInAnyPackage(packages)
                .as("every package stands in the table");
    }

    /**
     * A rule for each row, which says what a sub-package may use of its own top-level package, and one that every
     * sub-package of these top-level packages has a row.
     */
    Stream<ArchRule> subPackageRules(String root) {
        return Stream.concat(
                rows.keySet().stream().map(user -> subPackageRule(root, user)),
                Stream.of(areSubPackagesComplete(root)));
    }

    private ArchRule subPackageRule(String root, String user) {
        List<String> allowed = new ArrayList<>(usedBy(user));
        allowed.add(user);
        String[] packages = allowed.stream().map(name -> root + "." + name).toArray(String[]::new);
        return noClasses()
                .that(resideInAPackage(root + "." + user))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "." + topLevel(user) + "..")
                        .and(resideInAnyPackage(packages).negate()))
                .allowEmptyShould(true)
                .as(user + " may use of its own only "
                        + (usedBy(user).isEmpty() ? "itself" : String.join(" ", usedBy(user))));
    }

    private ArchRule areSubPackagesComplete(String root) {
        String[] packages =
                rows.keySet().stream().map(name -> root + "." + name).toArray(String[]::new);
        String[] divided = rows.keySet().stream()
                .map(name -> root + "." + topLevel(name) + "..")
                .distinct()
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAnyPackage(divided)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true)
                .as("every sub-package stands in the table");
    }

    /** A rule for each row, which says that only the packages after the bar may use the package before it. */
    Stream<ArchRule> internalRules(String root) {
        return rows.keySet().stream().map(used -> {
            String[] users =
                    usedBy(used).stream().map(name -> root + "." + name + "..").toArray(String[]::new);
            return noClasses()
                    .that(resideInAPackage(root + "..")
                            .and(resideInAnyPackage(users).negate()))
                    .should()
                    .dependOnClassesThat(resideInAPackage(root + "." + used + ".."))
                    .allowEmptyShould(true)
                    .as("only " + String.join(" ", usedBy(used)) + " may use " + used);
        });
    }

    private static String topLevel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
