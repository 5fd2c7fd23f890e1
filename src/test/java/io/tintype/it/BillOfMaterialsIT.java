package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.Gateway;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The jar says what it is made of, unless it was built with {@code -DskipSbom}. */
class BillOfMaterialsIT {
  @Test
  void listsJarsAndNativeLibrariesWithTheirVersions() throws IOException {
    JsonObject bom = bom();
    List<JsonObject> components =
        bom.getJsonArray("components").stream().map(JsonObject.class::cast).toList();

    assertThat(bom.getString("bomFormat")).isEqualTo("CycloneDX");
    assertThat(components)
        .extracting(component -> component.getString("name"))
        .contains("vertx-core", "jna", "@img/sharp-libvips-linux-x64", "vips", "glib", "aom")
        .doesNotContain("junit-jupiter", "assertj-core");
    assertThat(components)
        .allSatisfy(
            component -> {
              assertThat(component.getString("version")).isNotBlank();
              assertThat(component.getString("purl")).startsWith("pkg:");
            });
  }

  /** Building again makes the same jar. */
  @Test
  void saysNothingThatChangesFromBuildToBuild() throws IOException {
    assertThat(bom().containsKey("serialNumber")).isFalse();
    assertThat(bom().getJsonObject("metadata").containsKey("timestamp")).isFalse();
  }

  private static JsonObject bom() throws IOException {
    try (InputStream file = Gateway.class.getResourceAsStream("/META-INF/sbom/tintype.cdx.json")) {
      assumeTrue(file != null, "built without a bill of materials");
      return new JsonObject(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
