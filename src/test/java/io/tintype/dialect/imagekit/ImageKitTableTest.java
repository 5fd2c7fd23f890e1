package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageKitTableTest {
  private static final String ARROW = " ⇒ ";

  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    int arrow = line.indexOf(ARROW);
    String url = line.substring(0, arrow);

    assertThat(url + ARROW + ImageKitCases.read(url)).isEqualTo(line);
  }

  @Test
  void hasManyDifferentLines() throws Exception {
    assertThat(lines()).hasSizeGreaterThan(150).doesNotHaveDuplicates();
  }

  static List<String> lines() throws IOException, URISyntaxException {
    var table = Objects.requireNonNull(ImageKitTableTest.class.getResource("/cases/imagekit.txt"));
    return Files.readAllLines(Path.of(table.toURI())).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }
}
