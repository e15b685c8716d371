package dev.tamias;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The house of the design: floors, who may know which library, and the size of files. */
class HouseTest {

    /** Ground floor first. A package may know only those before it, so there are no cycles. */
    private static final List<String> FLOORS =
            List.of(
                    "dev.tamias.model",
                    "dev.tamias.engine.binary",
                    "dev.tamias.engine",
                    "dev.tamias.component.type",
                    "dev.tamias.component.binary",
                    "dev.tamias.component.abi",
                    "dev.tamias.component",
                    "dev.tamias.wasi.sockets",
                    "dev.tamias.workshop",
                    "dev.tamias.wasi",
                    "dev.tamias.source",
                    "dev.tamias.host",
                    "dev.tamias.host.v0_1_0",
                    "dev.tamias.manager",
                    "dev.tamias.session",
                    "dev.tamias.table.type",
                    "dev.tamias.table.template",
                    "dev.tamias.table.chart",
                    "dev.tamias.table.row",
                    "dev.tamias.table.column",
                    "dev.tamias.table.log",
                    "dev.tamias.table",
                    "dev.tamias.table.out",
                    "dev.tamias.table.sql",
                    "dev.tamias",
                    "dev.tamias.check",
                    "dev.tamias.cli.wast",
                    "dev.tamias.cli",
                    "dev.tamias.jupyter.page",
                    "dev.tamias.jupyter");

    /** Floors that would make sense without the ones above them, and those they must not know. */
    private static final Map<String, Set<String>> STRANGERS =
            Map.ofEntries(
                    Map.entry("dev.tamias.manager", Set.of("dev.tamias.host.v0_1_0")),
                    Map.entry(
                            "dev.tamias.session",
                            Set.of("dev.tamias.manager", "dev.tamias.host.v0_1_0")),
                    Map.entry(
                            "dev.tamias.table",
                            Set.of("dev.tamias.host", "dev.tamias.manager", "dev.tamias.session")),
                    Map.entry(
                            "dev.tamias.table.sql",
                            Set.of("dev.tamias.host", "dev.tamias.manager", "dev.tamias.session")),
                    Map.entry(
                            "dev.tamias.table.log",
                            Set.of(
                                    "dev.tamias.host",
                                    "dev.tamias.manager",
                                    "dev.tamias.session",
                                    "dev.tamias.table.column",
                                    "dev.tamias.table.type")),
                    Map.entry(
                            "dev.tamias.table.column",
                            Set.of("dev.tamias.table.template", "dev.tamias.table.chart")),
                    Map.entry(
                            "dev.tamias.table.row",
                            Set.of("dev.tamias.table.template", "dev.tamias.table.chart")),
                    Map.entry("dev.tamias.table.chart", Set.of("dev.tamias.table.template")),
                    Map.entry(
                            "dev.tamias.cli.wast",
                            Set.of(
                                    "dev.tamias",
                                    "dev.tamias.wasi.sockets",
                                    "dev.tamias.wasi",
                                    "dev.tamias.source",
                                    "dev.tamias.host",
                                    "dev.tamias.manager",
                                    "dev.tamias.session",
                                    "dev.tamias.table")),
                    Map.entry("dev.tamias.jupyter.page", Set.of("dev.tamias.cli")),
                    Map.entry("dev.tamias.jupyter", Set.of("dev.tamias.cli")));

    private static final int LONGEST_FILE = 500;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.tamias");

    static Stream<String> floors() {
        return FLOORS.stream();
    }

    @Test
    void every_package_has_a_floor() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct()).isSubsetOf(FLOORS);
    }

    @ParameterizedTest
    @MethodSource("floors")
    void a_floor_knows_only_floors_below(String floor) {
        List<String> forbidden =
                new ArrayList<>(FLOORS.subList(FLOORS.indexOf(floor) + 1, FLOORS.size()));
        forbidden.addAll(STRANGERS.getOrDefault(floor, Set.of()));
        for (String stranger : forbidden) {
            noClasses()
                    .that(resideInAPackage(floor))
                    .should()
                    .dependOnClassesThat(resideInAPackage(stranger))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.dylibso.chicory.., dev.tamias.engine",
        "com.fasterxml.jackson.dataformat.toml.., dev.tamias.manager",
        "org.apache.commons.compress.., dev.tamias.source",
        "org.tukaani.xz.., dev.tamias.source",
        "com.github.luben.zstd.., dev.tamias.source",
        "org.apache.arrow.., dev.tamias.table.out",
        "org.duckdb.., dev.tamias.table.sql",
        "picocli.., dev.tamias.cli",
        "org.commonmark.., dev.tamias.jupyter.page",
        "org.dflib.., dev.tamias.jupyter"
    })
    void a_library_is_known_to_one_package(String library, String owner) {
        noClasses()
                .that(resideInAPackage("dev.tamias..").and(resideOutsideOfPackage(owner)))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
    }

    @Test
    void every_package_says_what_it_is_for() {
        for (String floor : FLOORS) {
            Path info = Path.of("src/main/java", floor.replace('.', '/'), "package-info.java");
            assertThat(info).content().contains("Read first", "May not know", "@NullMarked");
        }
    }

    @Test
    void files_are_short() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .hasSizeLessThanOrEqualTo(LONGEST_FILE);
            }
        }
    }
}
