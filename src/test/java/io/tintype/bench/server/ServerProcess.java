package io.tintype.bench.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that was started for a measurement and ends with it. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);
  private static final int END_SECONDS = 20;

  private final String name;
  private final Path log;
  private final Process process;
  private final long started;

  private ServerProcess(String name, Path log, Process process, long started) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.started = started;
  }

  /** Starts a program; its output goes to a log below this directory. */
  public static ServerProcess start(
      String name, Path directory, Map<String, String> environment, List<String> command) {
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .redirectOutput(log.toFile());
      builder.environment().putAll(environment);
      long started = System.nanoTime();
      Process process = builder.start();
      ServerProcess server = new ServerProcess(name, log, process, started);
      // An interrupted run leaves nothing behind.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return server;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Waits until a URL is answered with 200 and says how long that took from the start. */
  public Duration awaitOk(URI url) {
    long giveUp = System.nanoTime() + START.toNanos();
    while (!Visit.isOk(url)) {
      if (!process.isAlive() || System.nanoTime() > giveUp) {
        close();
        throw new IllegalStateException(name + " did not start: " + tail());
      }
      LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - started);
  }

  private String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException unreadable) {
      return "no log";
    }
  }

  public ProcessTree tree() {
    return new ProcessTree(process.toHandle());
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
