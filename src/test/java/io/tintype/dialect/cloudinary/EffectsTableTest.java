package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Effects as URLs have them, and what they mean. */
class EffectsTableTest {
  @ParameterizedTest
  @MethodSource("lines")
  void readsAsTheTableSays(String line) {
    String component = CaseTable.input(line);

    assertThat(component + CaseTable.ARROW + read(component)).isEqualTo(line);
  }

  private static List<String> lines() throws IOException {
    return CaseTable.lines("effects-of-cloudinary.txt");
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
