package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Effects as URLs have them, and what they mean. */
class EffectsTableTest {
  private static final String ARROW = " ⇒ ";

  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    String component = line.substring(0, line.indexOf(ARROW));

    assertThat(component + ARROW + read(component)).isEqualTo(line);
  }

  private static List<String> lines() throws IOException, URISyntaxException {
    var table =
        Objects.requireNonNull(
            EffectsTableTest.class.getResource("/cases/effects-of-cloudinary.txt"));
    return Files.readAllLines(Path.of(table.toURI()));
  }

  private static String read(String component) {
    CloudinaryDialect dialect =
        new CloudinaryDialect(
            new CloudinarySettings(new Clouds.None(), true, Map.of(), false, false, Set.of()));
    DeliveryRequest read =
        dialect.parse(new RawRequest("image/upload/" + component + "/photo.jpg", ""));
    String canonical = read.transformation().canonical();
    String chain = canonical.substring("v1 ".length(), canonical.indexOf(" -> "));
    return read.ignored().isEmpty()
        ? chain
        : chain
            + " ignored "
            + read.ignored().stream().map(some -> some.raw() + " " + some.reason()).toList();
  }
}
