package io.hcdc.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dependencies point one way: cli → core → api ← slices, docker → core. */
class ArchitectureTest {
    private static final String[] SLICES = {
        "io.hcdc.redis..", "io.hcdc.postgres..", "io.hcdc.nfs..", "io.hcdc.haproxy.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .importPackages("io.hcdc");

    @Test
    void theWholeProgramIsSeen() {
        assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(150);
        Stream.of("api", "core", "docker", "cli", "redis", "postgres", "nfs", "haproxy")
                .forEach(module -> assertThat(CLASSES.stream())
                        .anyMatch(found -> found.getPackageName().startsWith("io.hcdc." + module)));
    }

    @Test
    void apiUsesTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage("io.hcdc.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.net..", "io.hcdc.api..")
                .check(CLASSES);
    }

    @Test
    void onlyTheAdapterKnowsDocker() {
        onlyIn("io.hcdc.docker..", "com.github.dockerjava..");
    }

    @Test
    void onlyRenderingKnowsTemplates() {
        onlyIn("io.hcdc.core.render..", "freemarker..");
    }

    @Test
    void onlyTrustKnowsCryptography() {
        onlyIn("io.hcdc.core.trust..", "org.bouncycastle..");
    }

    @Test
    void onlyTheCommandLineKnowsItsParser() {
        onlyIn("io.hcdc.cli..", "picocli..");
    }

    @Test
    void onlyTheCommandLineSpeaksToTheUserAndEndsTheProgram() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hcdc.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"io.hcdc.redis..", "io.hcdc.postgres..", "io.hcdc.nfs..", "io.hcdc.haproxy.."})
    void slicesSeeTheApiAlone(String slice) {
        noClasses()
                .that()
                .resideInAPackage(slice)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.hcdc..").and(not(resideInAnyPackage(slice, "io.hcdc.api.."))))
                .check(CLASSES);
    }

    @Test
    void coreSeesTheApiAlone() {
        noClasses()
                .that()
                .resideInAPackage("io.hcdc.core..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.hcdc..").and(not(resideInAnyPackage("io.hcdc.core..", "io.hcdc.api.."))))
                .check(CLASSES);
    }

    @Test
    void adapterSeesCoreAndApiAlone() {
        noClasses()
                .that()
                .resideInAPackage("io.hcdc.docker..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.hcdc..")
                        .and(not(resideInAnyPackage("io.hcdc.docker..", "io.hcdc.core..", "io.hcdc.api.."))))
                .check(CLASSES);
    }

    @Test
    void commandLineNamesNoSlice() {
        noClasses()
                .that()
                .resideInAPackage("io.hcdc.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SLICES)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.hcdc.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingStaticCanChange() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    private static void onlyIn(String home, String library) {
        assertThat(CLASSES.stream())
                .as("somebody in " + home + " uses " + library)
                .anyMatch(found -> resideInAnyPackage(home).test(found)
                        && found.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> resideInAnyPackage(library).test(use.getTargetClass())));
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }
}
