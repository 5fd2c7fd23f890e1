package io.tintype.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/tintype} of an installation, with a Java that only writes down how it was called. */
class LauncherTest {
  /**
   * The last argument is the command; a start cache is written where one is asked for. A file
   * {@code killed} names the signal that ends the training.
   */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      command=${!#}
      printf '%s\\n' "$@" >"$(dirname "$0")/$command.arguments"
      cat /proc/self/oom_score_adj >"$(dirname "$0")/$command.score" 2>/dev/null
      if [ "$command" = train ]; then
        [ ! -e "$(dirname "$0")/killed" ] || kill -"$(<"$(dirname "$0")/killed")" $$
        [ ! -e "$(dirname "$0")/broken" ] || exit 1
        for option in "$@"; do
          case $option in -XX:AOTCache=*) echo cache >"${option#*=}" ;; esac
        done
      fi
      """;

  private static final long PATIENCE_SECONDS = 20;

  @TempDir private Path home;
  private Path java;
  private Path cache;

  @BeforeEach
  void install() throws IOException {
    Path bin = Files.createDirectories(home.resolve("bin"));
    Files.copy(Path.of("bin/tintype"), bin.resolve("tintype"), StandardCopyOption.COPY_ATTRIBUTES);
    Path target = Files.createDirectories(home.resolve("target"));
    Files.writeString(target.resolve("tintype.jar"), "jar");
    java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, JAVA);
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("jdk/release"),
        "JAVA_VERSION=\"25.0.3\"\nJAVA_RUNTIME_VERSION=\"25.0.3+9-LTS\"\n");
    cache = target.resolve("tintype-25.0.3+9-LTS.aot");
  }

  @Test
  void firstServeMakesTheCacheInTheBackgroundAndTheNextOneUsesIt() throws Exception {
    try (WatchService changes = cache.getFileSystem().newWatchService()) {
      cache.getParent().register(changes, StandardWatchEventKinds.ENTRY_CREATE);

      assertThat(launch(Map.of(), "serve")).isZero();
      assertThat(arguments("serve")).noneMatch(option -> option.startsWith("-XX:AOT"));
      awaitCache(changes);
    }

    assertThat(launch(Map.of(), "serve")).isZero();
    assertThat(arguments("serve")).contains("-XX:AOTCache=" + cache);
    assertThat(cache).hasContent("cache\n".strip());
    assertThat(cache.getParent().toFile().list()).hasSize(3);
  }

  @Test
  void trainsOnlyWhenServing() throws Exception {
    assertThat(launch(Map.of(), "version")).isZero();

    assertThat(java.resolveSibling("train.arguments")).doesNotExist();
    assertThat(cache).doesNotExist();
  }

  @Test
  void triesOnceWhatFails() throws Exception {
    Files.createFile(java.resolveSibling("broken"));

    assertThat(launch(Map.of(), "train")).isEqualTo(1);
    assertThat(cache).isEmptyFile();
    Files.delete(java.resolveSibling("train.arguments"));

    assertThat(launch(Map.of(), "serve")).isZero();
    assertThat(arguments("serve")).noneMatch(option -> option.startsWith("-XX:AOT"));
    assertThat(java.resolveSibling("train.arguments")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "TERM"})
  void triesAgainWhatWasKilled(String signal) throws Exception {
    Path killed = Files.writeString(java.resolveSibling("killed"), signal);

    assertThat(launch(Map.of(), "train")).isEqualTo(1);
    assertThat(cache).doesNotExist();

    Files.delete(killed);
    assertThat(launch(Map.of(), "train")).isZero();
    assertThat(cache).isNotEmptyFile();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void onlyTrainingInTheBackgroundIsKilledFirst() throws Exception {
    try (WatchService changes = cache.getFileSystem().newWatchService()) {
      cache.getParent().register(changes, StandardWatchEventKinds.ENTRY_CREATE);
      assertThat(launch(Map.of(), "serve")).isZero();
      awaitCache(changes);
    }
    String own = Files.readString(Path.of("/proc/self/oom_score_adj"));

    assertThat(java.resolveSibling("train.score")).hasContent("1000");
    assertThat(java.resolveSibling("serve.score")).hasContent(own.strip());

    assertThat(launch(Map.of(), "train")).isZero();
    assertThat(java.resolveSibling("train.score")).hasContent(own.strip());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void trainingClearsAwayWhatWasLeftBehind() throws Exception {
    Files.writeString(cache.resolveSibling(cache.getFileName() + ".123"), "half");
    Files.writeString(cache.resolveSibling(cache.getFileName() + ".123.config"), "half");

    assertThat(launch(Map.of(), "train")).isZero();

    assertThat(cache.getParent().toFile().list())
        .containsExactlyInAnyOrder("tintype.jar", ".train-lock", cache.getFileName().toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void trainingInTheForegroundWaitsForItsTurn() throws Exception {
    String lock = cache.resolveSibling(".train-lock").toString();
    Process other = new ProcessBuilder("flock", lock, "cat").start();
    Process training;
    try (BufferedWriter hold = other.outputWriter()) {
      hold.write("locked\n");
      hold.flush();
      assertThat(other.inputReader().readLine()).isEqualTo("locked");

      training = launcher(Map.of(), "train").redirectErrorStream(true).start();
      assertThat(training.inputReader().readLine()).startsWith("Waiting for another process");
      assertThat(cache).doesNotExist();
    }

    assertThat(exitCode(training)).isZero();
    assertThat(cache).isNotEmptyFile();
  }

  @Test
  void doesNotUseTheCacheOfAnOlderJar() throws Exception {
    assertThat(launch(Map.of(), "train")).isZero();
    Files.setLastModifiedTime(
        home.resolve("target/tintype.jar"), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(launch(Map.of(), "version")).isZero();

    assertThat(arguments("version")).noneMatch(option -> option.startsWith("-XX:AOT"));
  }

  @Test
  void doesWithoutWhenToldTo() throws Exception {
    assertThat(launch(Map.of(), "train")).isZero();

    assertThat(launch(Map.of("TINTYPE_START_CACHE", "off"), "serve")).isZero();

    assertThat(arguments("serve")).noneMatch(option -> option.startsWith("-XX:AOT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx1g -Xshare:off", "-XX:SharedArchiveFile=own.jsa", "-XX:AOTMode=off"})
  void doesWithoutBesideOptionsThatTheJvmDoesNotTakeWithIt(String options) throws Exception {
    assertThat(launch(Map.of(), "train")).isZero();

    assertThat(launch(Map.of("TINTYPE_JAVA_OPTS", options), "serve")).isZero();

    assertThat(arguments("serve")).doesNotContain("-XX:AOTCache=" + cache);
  }

  @Test
  void trainsForTheKindOfHeapThatIsUsed() throws Exception {
    String options = "-XX:+UseParallelGC -Xmx2g -Dcom.sun.management.jmxremote.port=9999";

    assertThat(launch(Map.of("TINTYPE_JAVA_OPTS", options), "train")).isZero();

    assertThat(arguments("train"))
        .contains("-XX:+UseParallelGC")
        .doesNotContain("-XX:+UseSerialGC", "-Dcom.sun.management.jmxremote.port=9999");
  }

  private int launch(Map<String, String> environment, String command) throws Exception {
    return exitCode(
        launcher(environment, command)
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"))
            .start());
  }

  private ProcessBuilder launcher(Map<String, String> environment, String command) {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/tintype").toString(), command);
    builder.environment().putAll(environment);
    builder.environment().put("TINTYPE_JAVA_HOME", home.resolve("jdk").toString());
    return builder;
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private List<String> arguments(String command) throws IOException {
    return Files.readAllLines(java.resolveSibling(command + ".arguments"));
  }

  private void awaitCache(WatchService changes) throws InterruptedException {
    while (Files.notExists(cache)) {
      WatchKey change = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(change).as("a change of the directory").isNotNull();
      change.pollEvents();
      change.reset();
    }
  }
}
