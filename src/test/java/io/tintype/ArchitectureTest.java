package io.tintype;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.tintype.bus.StageMessage;
import io.tintype.fault.Fault;
import io.tintype.model.Step;
import io.tintype.origin.FetchOutcome;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The directions of {@code ARCHITECTURE.md}: arrows go down only. */
@AnalyzeClasses(packages = "io.tintype", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] JDK = {"java..", "javax.net..", "javax.crypto..", "org.jspecify.."};

  @ArchTest
  static final ArchRule vocabularyIsPlainJava =
      classes()
          .that()
          .resideInAnyPackage("io.tintype.model", "io.tintype.fault")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(JDK)
                  .or(resideInAnyPackage("io.tintype.model", "io.tintype.fault")))
          .because("the vocabulary must stay cheap to test and usable anywhere");

  @ArchTest
  static final ArchRule grammarAndPlanningArePure =
      classes()
          .that()
          .resideInAnyPackage(
              "io.tintype.dialect..", "io.tintype.access", "io.tintype.plan", "io.tintype.sniff")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(JDK)
                  .or(
                      resideInAnyPackage(
                          "io.tintype.model",
                          "io.tintype.fault",
                          "io.tintype.dialect..",
                          "io.tintype.access",
                          "io.tintype.plan",
                          "io.tintype.sniff")))
          .because("URLs and geometry are decided without a server, a network or a pixel");

  @ArchTest
  static final ArchRule onlyTheRawLayerKnowsJna =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tintype.vips.jna")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..")
          .because("native functions have one home");

  @ArchTest
  static final ArchRule onlyVipsKnowsTheRawLayer =
      noClasses()
          .that(resideInAPackage("io.tintype..").and(resideOutside("io.tintype.vips..")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.tintype.vips.jna")
          .because("one call path leads into libvips");

  @ArchTest
  static final ArchRule nettyHasOneDoor =
      noClasses()
          .that(
              resideInAPackage("io.tintype..")
                  .and(notNamed("NettyBuffers"))
                  .and(notNamed("ArrivalBuffers")))
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.netty..", "io.vertx.core.internal.."))
          .because("internals of Netty and Vert.x are behind one class, and a pool it keeps");

  @ArchTest
  static final ArchRule stagesDoNotKnowEachOther =
      slices()
          .matching("io.tintype.(routing|fetch|transform|metrics)..")
          .should()
          .notDependOnEachOther()
          .because("stages talk over the bus");

  @ArchTest
  static final ArchRule theBusKnowsNoStage =
      noClasses()
          .that()
          .resideInAPackage("io.tintype.bus")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tintype.routing..",
              "io.tintype.fetch..",
              "io.tintype.transform..",
              "io.tintype.metrics..")
          .because("arrows go down only");

  @ArchTest
  static final ArchRule routingKnowsNoStorageAndNoPixels =
      noClasses()
          .that()
          .resideInAPackage("io.tintype.routing")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.tintype.origin.web",
              "io.tintype.origin.s3",
              "io.tintype.origin.file",
              "io.tintype.render",
              "io.tintype.vips..")
          .because("routing tells the story; others read and render");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("io.tintype.(**)")
          .should()
          .beFreeOfCycles()
          .because("a cycle of packages is one package in disguise");

  @ArchTest
  static final ArchRule onlyTheBusTouchesTheEventBus =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tintype.bus")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(EventBus.class)
          .because("every request on the bus is answered exactly once by its helper");

  @ArchTest
  static final ArchRule environmentIsReadAtTheTop =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tintype", "io.tintype.cli")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class, String.class)
          .because("settings come in through constructors");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tintype.cli")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("everything else logs");

  @ArchTest
  static final ArchRule onlyTheCommandLineEndsTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tintype.cli")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class)
          .because("everything else fails, and lets its caller decide");

  @ArchTest
  static final ArchRule oneWayToLog =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "io.vertx.core.logging..")
          .because("keys and values go through SLF4J");

  @ArchTest
  static final ArchRule loopsDoNotBlockOnFutures =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.tintype.cli")
          .should()
          .callMethodWhere(target(name("await")).and(target(owner(assignableTo(Future.class)))))
          .orShould()
          .callMethodWhere(
              target(name("join")).and(target(owner(assignableTo(CompletableFuture.class)))))
          .because("a loop that waits for itself waits for ever");

  @ArchTest
  static void packagesImportOnlyWhatTheArchitectureSays(JavaClasses all) {
    Map<String, Set<String>> allowed = AllowedImports.read(Path.of("ARCHITECTURE.md"));

    assertThat(AllowedImports.beyond(allowed, all)).isEmpty();
  }

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("waiting is done by futures with deadlines");

  @ArchTest
  static final ArchRule eventLoopsDoNotBlock =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.tintype.transform", "io.tintype.origin..", "io.tintype")
          .should()
          .callMethodWhere(target(name("executeBlocking")))
          .because("blocking work has two homes: rendering and files");

  @Test
  void closedSetsAreRecords() {
    for (Class<?> closed :
        List.of(Step.class, Fault.class, FetchOutcome.class, StageMessage.class)) {
      assertThat(membersOf(closed)).isNotEmpty().allMatch(Class::isRecord);
    }
  }

  /** A closed set may have closed parts. */
  private static Stream<Class<?>> membersOf(Class<?> type) {
    return type.isInterface()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(ArchitectureTest::membersOf)
        : Stream.of(type);
  }

  private static DescribedPredicate<JavaClass> resideOutside(String pattern) {
    return DescribedPredicate.not(resideInAPackage(pattern));
  }

  private static DescribedPredicate<JavaClass> notNamed(String name) {
    return DescribedPredicate.describe(
        "not named " + name, type -> !type.getName().startsWith("io.tintype.bytes." + name));
  }
}
