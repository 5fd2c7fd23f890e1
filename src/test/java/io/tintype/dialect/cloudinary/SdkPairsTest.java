package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Cloudinary's SDKs make of options, by the tests of those SDKs, is read as they mean it. */
class SdkPairsTest {
  private static final Set<String> TRANSFORMING_NOTHING =
      Set.of(
          "cloud_name",
          "private_cdn",
          "secure",
          "secure_distribution",
          "cname",
          "cdn_subdomain",
          "secure_cdn_subdomain",
          "shorten",
          "sign_url",
          "long_url_signature",
          "signature_algorithm",
          "force_version",
          "version",
          "type",
          "resource_type",
          "format",
          "url_suffix",
          "use_root_path",
          "public_id");

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void isTakenApart(Pair pair) {
    AssetUrl url = AssetUrl.read(pair.path(), pair.settings());

    boolean fetched = pair.url().contains("/fetch/");
    String chain = String.join("/", url.components().stream().map(Component::raw).toList());
    if (!fetched && pair.options().fieldNames().stream().allMatch(TRANSFORMING_NOTHING::contains)) {
      assertThat(chain).isEmpty();
    }
    if (pair.options().containsKey("width") && !pair.url().contains("/poster")) {
      assertThat(chain).contains("w_");
    }
    assertThat(pair.url()).contains(chain);
    assertThat(url.version().isPresent()).isEqualTo(pair.url().matches(".*/v[0-9]+/.*"));
    assertThat(url.signature().isPresent()).isEqualTo(pair.url().contains("/s--"));
    if (!fetched) {
      assertThat(url.name().signed()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void isReadWithoutSurprises(Pair pair) {
    try {
      DeliveryRequest read =
          new CloudinaryDialect(pair.settings()).parse(new RawRequest(pair.path(), ""));
      assertThat(read.ignored()).extracting(Ignored::reason).allMatch(reason -> !reason.isBlank());
    } catch (FaultException refused) {
      assertThat(refused.fault()).isInstanceOf(Fault.UnknownTransformation.class);
    }
  }

  @Test
  void hasThemAll() throws Exception {
    assertThat(pairs()).hasSize(210);
  }

  static Stream<Pair> pairs() throws IOException, URISyntaxException {
    var file =
        Objects.requireNonNull(SdkPairsTest.class.getResource("/cases/cloudinary-sdk-pairs.jsonl"));
    return Files.readAllLines(Path.of(file.toURI())).stream().map(JsonObject::new).map(Pair::of);
  }

  /** Options, and the URL they become. */
  record Pair(String url, JsonObject options) {
    static Pair of(JsonObject line) {
      return new Pair(line.getString("url"), line.getJsonObject("options"));
    }

    String path() {
      return url.split("\\?", 2)[0].replaceFirst("^https?://[^/]+/", "");
    }

    CloudinarySettings settings() {
      boolean shared =
          List.of("image", "video", "raw", "images", "videos", "files").stream()
              .noneMatch(word -> path().startsWith(word + "/"));
      return new CloudinarySettings(
          shared && path().startsWith("test") ? new Clouds.Any() : new Clouds.None(),
          true,
          Map.of(),
          false,
          false,
          Set.of());
    }

    @Override
    public String toString() {
      return url;
    }
  }
}
