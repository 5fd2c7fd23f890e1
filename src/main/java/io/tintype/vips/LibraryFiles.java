package io.tintype.vips;

import io.tintype.vips.jna.NativeLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the shared library of libvips. */
final class LibraryFiles {
  private LibraryFiles() {}

  /**
   * The libraries that may fit this machine, best first.
   *
   * @param place a shared library, or a {@code node_modules} directory with {@code
   *     @img/sharp-libvips-*} packages
   */
  static List<Path> in(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place.toAbsolutePath());
    }
    List<Path> found = new ArrayList<>();
    for (String platform : NativeLibraries.npmPlatforms()) {
      Path lib = place.resolve("@img").resolve("sharp-libvips-" + platform).resolve("lib");
      if (Files.isDirectory(lib)) {
        found.addAll(librariesOf(lib));
      }
    }
    return found;
  }

  private static List<Path> librariesOf(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("libvips-cpp."))
          .map(Path::toAbsolutePath)
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new VipsException("open", directory + " cannot be read: " + unreadable.getMessage());
    }
  }
}
