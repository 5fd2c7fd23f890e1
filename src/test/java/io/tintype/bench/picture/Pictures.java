package io.tintype.bench.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The directory that origins serve. Pictures that somebody gave are taken; the others are made once
 * and kept.
 */
public final class Pictures {
  private final Path served;
  private final Path kept;
  private final Optional<Path> given;
  private final PictureMaker maker;

  /**
   * @param work for what is made and served
   * @param given directory of somebody's own pictures, by the names of {@link Picture}
   */
  public Pictures(Path work, Optional<Path> given, PictureMaker maker) {
    this.served = work.resolve("www");
    this.kept = work.resolve("pictures");
    this.given = given;
    this.maker = maker;
  }

  /** What an origin has to serve. */
  public Path served() {
    try {
      return Files.createDirectories(served);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The file of a picture, served from now on. */
  public Path file(Picture picture) {
    try {
      Path from = source(picture);
      Path to = served().resolve(picture.file());
      if (!Files.exists(to) || Files.size(to) != Files.size(from)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
      return to;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether it was made here, from a sample, and is no photograph of its own. */
  public boolean isMade(Picture picture) {
    return given
        .map(directory -> directory.resolve(picture.file()))
        .filter(Files::exists)
        .isEmpty();
  }

  private Path source(Picture picture) throws IOException {
    if (!isMade(picture)) {
      return given.orElseThrow().resolve(picture.file());
    }
    Path file = Files.createDirectories(kept).resolve(picture.file());
    if (!Files.exists(file)) {
      Path unfinished = kept.resolve("unfinished");
      Files.write(unfinished, maker.make(picture));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  /** Puts bytes beside the pictures, such as a result for other servers to serve. */
  public void serve(String name, byte[] bytes) {
    try {
      Files.write(served().resolve(name), bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
