package io.tintype.font;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the font files of bundled families where fontconfig looks for them. */
final class FontFiles {
  private static final Logger LOG = LoggerFactory.getLogger(FontFiles.class);
  private static final String SCOPE = "@expo-google-fonts";
  private static final String SUFFIX = ".ttf";
  private static final String REGULAR = "_400Regular" + SUFFIX;
  private static final String RESOURCE = "DroidSansFallback" + SUFFIX;

  private final Path packages;
  private final Path directory;

  /**
   * From npm packages into a directory.
   *
   * @param packages a {@code node_modules} directory
   */
  FontFiles(Path packages, Path directory) {
    this.packages = packages;
    this.directory = directory;
  }

  /** Puts all faces of a family there; empty if it has not been installed. */
  Optional<Typeface> install(BundledFamily family) {
    try {
      Optional<Path> regular =
          family.packageName().isEmpty() ? Optional.of(extracted()) : linked(family.packageName());
      if (regular.isEmpty()) {
        LOG.atWarn().addKeyValue("family", family.name()).log("a font family is not installed");
        return Optional.empty();
      }
      return Optional.of(new Typeface(family.family(), coverage(regular.get()), Optional.empty()));
    } catch (IOException | FontException unusable) {
      LOG.atWarn()
          .addKeyValue("family", family.name())
          .addKeyValue("text", unusable.getMessage())
          .log("a font family cannot be used");
      return Optional.empty();
    }
  }

  private Path extracted() throws IOException {
    Path target = directory.resolve(RESOURCE);
    if (Files.notExists(target)) {
      try (InputStream resource = FontFiles.class.getResourceAsStream(RESOURCE)) {
        if (resource == null) {
          throw new FontException("the resource is missing");
        }
        Files.copy(resource, target);
      }
    }
    return target;
  }

  /** The regular face of a package, all of whose faces are linked. */
  private Optional<Path> linked(String packageName) throws IOException {
    Path source = packages.resolve(SCOPE).resolve(packageName);
    if (Files.notExists(source)) {
      return Optional.empty();
    }
    List<Path> faces;
    try (Stream<Path> files = Files.walk(source)) {
      faces = files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
    for (Path face : faces) {
      link(face);
    }
    return faces.stream().filter(face -> face.toString().endsWith(REGULAR)).findFirst();
  }

  private void link(Path face) throws IOException {
    try {
      Files.createSymbolicLink(directory.resolve(face.getFileName()), face.toAbsolutePath());
    } catch (FileAlreadyExistsException again) {
      // The library has been opened before in this process, for example by another test.
    }
  }

  private static Coverage coverage(Path file) throws IOException {
    return Coverage.of(Sfnt.read(Files.readAllBytes(file)).table(Sfnt.CMAP));
  }
}
