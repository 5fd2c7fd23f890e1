package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CloudinaryTableTest {
  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    String url = CaseTable.input(line);

    assertThat(url + CaseTable.ARROW + CloudinaryCases.read(url)).isEqualTo(line);
  }

  @Test
  void hasManyDifferentLines() throws Exception {
    assertThat(lines()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
  }

  /** All lines of all tables. */
  static List<String> lines() throws IOException {
    return CaseTable.lines(tables());
  }

  /** The tables, by name. */
  static List<Path> tables() throws IOException {
    return CaseTable.named("cloudinary(?:-(?!parse|urls)[a-z-]+)?\\.txt");
  }
}
