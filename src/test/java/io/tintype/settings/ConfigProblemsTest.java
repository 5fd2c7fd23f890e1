package io.tintype.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.ConfigProblem;
import io.tintype.config.ConfigTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code cases/config-problems.txt}: configurations, and everything that is wrong with each. */
class ConfigProblemsTest {
  private static final Path CONF = Path.of("conf").toAbsolutePath();
  private static final ConfigReader READER = new ConfigReader(Map.of("WORD", "s3cret"));

  static Stream<String> cases() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/cases/config-problems.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysEverythingThatIsWrong(String line) {
    String[] parts = line.split(" => ", 2);
    String yaml = parts[0].replace("|", "\n");
    List<String> expected = List.of(parts[1].replace("DIR", CONF.toString()).split(" && ", -1));

    ConfigResult result = READER.read(ConfigTexts.in(CONF, yaml));

    assertThat(result).isInstanceOf(ConfigResult.Wrong.class);
    assertThat(((ConfigResult.Wrong) result).problems())
        .map(ConfigProblem::text)
        .containsExactlyElementsOf(expected)
        .noneMatch(text -> text.contains("s3cret"));
  }
}
