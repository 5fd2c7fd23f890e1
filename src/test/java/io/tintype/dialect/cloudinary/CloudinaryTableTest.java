package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudinaryTableTest {
  private static final String ARROW = " ⇒ ";

  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    int arrow = line.indexOf(ARROW);
    String url = line.substring(0, arrow);

    assertThat(url + ARROW + CloudinaryCases.read(url)).isEqualTo(line);
  }

  @Test
  void hasManyDifferentLines() throws Exception {
    assertThat(lines()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
  }

  /** All lines of all tables. */
  static List<String> lines() throws IOException, URISyntaxException {
    List<String> lines = new ArrayList<>();
    for (Path table : tables()) {
      lines.addAll(lines(table));
    }
    return lines;
  }

  /** The tables, by name. */
  static List<Path> tables() throws IOException, URISyntaxException {
    var one =
        Objects.requireNonNull(CloudinaryTableTest.class.getResource("/cases/cloudinary.txt"));
    try (Stream<Path> files =
        Files.list(Objects.requireNonNull(Path.of(one.toURI()).getParent()))) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("cloudinary(?:-(?!parse|urls)[a-z-]+)?\\.txt"))
          .sorted()
          .toList();
    }
  }

  static List<String> lines(Path table) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
