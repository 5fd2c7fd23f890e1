package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageKitTableTest {
  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    String url = CaseTable.input(line);

    assertThat(url + CaseTable.ARROW + ImageKitCases.read(url)).isEqualTo(line);
  }

  @Test
  void hasManyDifferentLines() throws Exception {
    assertThat(lines()).hasSizeGreaterThan(700).doesNotHaveDuplicates();
  }

  /** All lines of all tables. */
  static List<String> lines() throws IOException {
    return CaseTable.lines(tables());
  }

  /** The tables, by name. */
  static List<Path> tables() throws IOException {
    return CaseTable.named("imagekit[a-z-]*\\.txt");
  }
}
