package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.FaultException;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssetUrlTest {
  @ParameterizedTest
  @MethodSource("lines")
  void isTakenApartAsTheTableSays(String line) {
    String url = CaseTable.input(line);
    int space = url.indexOf(' ');

    assertThat(url + CaseTable.ARROW + told(url.substring(0, space), url.substring(space + 2)))
        .isEqualTo(line);
  }

  static List<String> lines() throws IOException {
    return CaseTable.lines("cloudinary-parse.txt");
  }

  private static String told(String cloud, String rawPath) {
    try {
      return told(AssetUrl.read(rawPath, settings(cloud)));
    } catch (FaultException refused) {
      return refused.fault().getClass().getSimpleName();
    }
  }

  private static String told(AssetUrl url) {
    StringBuilder told = new StringBuilder();
    told.append(url.kind().asset().word()).append('/').append(url.kind().delivery().word());
    url.signature().ifPresent(signature -> told.append(" sig=").append(signature));
    if (!url.components().isEmpty()) {
      told.append(" chain=").append(chain(url));
    }
    url.version().ifPresent(version -> told.append(" version=").append(version));
    told.append(" id=").append(url.name().publicId());
    append(told, " ext=", url.name().extension());
    append(told, " suffix=", url.name().suffix());
    return told.toString();
  }

  private static String chain(AssetUrl url) {
    return url.components().stream()
        .map(
            component ->
                component.parameters().stream()
                    .map(Parameter::raw)
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("/"))
        .replace("\n", "\\n");
  }

  private static void append(StringBuilder told, String name, String value) {
    if (!value.isEmpty()) {
      told.append(name).append(value);
    }
  }

  private static CloudinarySettings settings(String cloud) {
    Clouds clouds =
        switch (cloud) {
          case "any" -> new Clouds.Any();
          case "none", "strict" -> new Clouds.None();
          default -> new Clouds.One(cloud);
        };
    return new CloudinarySettings(clouds, true, Map.of(), cloud.equals("strict"), false, Set.of());
  }
}
