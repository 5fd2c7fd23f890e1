package io.tintype.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What helper processes are started from: the same as this one.
 *
 * @param java the program that runs Java
 * @param classPath where Tintype's classes are
 * @param options of the JVM that make its start faster, such as a start cache
 * @param libvips the shared library
 * @param fonts directory of fonts, with a configuration next to it
 */
public record Installation(
    Path java, String classPath, List<String> options, Path libvips, Path fonts) {
  /** A heap for what is no pixel, and as little address space as can be besides. */
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xms8m",
          "-Xmx48m",
          "-Xss512k",
          "-XX:ReservedCodeCacheSize=16m",
          "-XX:CompressedClassSpaceSize=32m",
          "-XX:-UsePerfData",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:+SuppressFatalErrorMessage",
          "-XX:-CreateCoredumpOnCrash",
          "-Xshare:auto",
          "-Xlog:disable",
          "--enable-native-access=ALL-UNNAMED");

  public Installation {
    options = List.copyOf(options);
  }

  List<String> command(SandboxSettings settings) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(SMALL);
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, Child.class.getName()));
    command.addAll(
        List.of(
            libvips.toString(),
            fonts.toString(),
            Long.toString(settings.memory()),
            Long.toString(settings.time().toMillis())));
    return List.copyOf(command);
  }
}
