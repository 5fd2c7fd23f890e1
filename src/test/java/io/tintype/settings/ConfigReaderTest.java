package io.tintype.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.access.AccessRules;
import io.tintype.access.CallerRules;
import io.tintype.access.PrivatePaths;
import io.tintype.access.SigningKey;
import io.tintype.config.ConfigTexts;
import io.tintype.config.Secret;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.plan.EncoderSettings;
import io.tintype.plan.OutputRules;
import io.tintype.plan.QualityRules;
import io.tintype.routing.ClientLimits;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Refining;
import io.tintype.routing.RoutingConfig;
import io.tintype.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("KEY", "AKIA", "SECRET", "shh", "EMPTY", "", "PORT", "8181");

  @TempDir Path directory;

  @Test
  void fillsAnEmptyFileWithTheDefaultsOfTheContract() {
    GatewayConfig config = read("");

    assertThat(config.delivery())
        .isEqualTo(
            new RoutingConfig(
                "0.0.0.0", 8080, Optional.empty(), RoutingConfig.DRAIN_TIME, ClientLimits.DEFAULT));
    assertThat(config.management())
        .isEqualTo(
            new GatewayConfig.Management(
                "127.0.0.1", 9090, Optional.empty(), Duration.ofSeconds(3)));
    assertThat(config.log()).isEqualTo(new GatewayConfig.Log(GatewayConfig.Log.Format.TEXT, true));
    assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(config.cache().memoryBytes()).isEqualTo(256L << 20);
    assertThat(config.allowedAddresses().rules()).isEmpty();
  }

  @Test
  void fillsAnEndpointWithTheDefaultsOfTheContract() throws IOException {
    GatewayConfig config =
        read("origins: { s: { type: folder, path: . } }\nendpoints: { shop: { origins: [s] } }");

    assertThat(config.endpoints())
        .containsExactly(
            new EndpointConfig(
                "shop",
                "/shop",
                List.of(),
                List.of(new OriginId("s")),
                new OutputRules(
                    QualityRules.fixed(80),
                    List.of(ImageFormat.AVIF, ImageFormat.WEBP),
                    OutputRules.Policy.PREFERRED,
                    new OutputRules.Avif(4_000_000, Duration.ofMillis(700), true),
                    new OutputRules.Png(true, 2_000_000),
                    EncoderSettings.DEFAULT,
                    OutputRules.Switches.PLAIN,
                    false,
                    false),
                false,
                false,
                "public, max-age=31536000",
                EndpointConfig.Freshness.DEFAULT,
                Optional.empty(),
                AccessRules.OPEN,
                Optional.empty(),
                Limits.DEFAULT,
                new Refining(false, 5, Duration.ofSeconds(12))));
  }

  @Test
  void readsHowEncodersAreSet() {
    EndpointConfig endpoint =
        read("""
        origins: { s: { type: folder, path: . } }
        endpoints:
          shop:
            origins: [s]
            avif: { effort: 4 }
            webp: { effort: 2 }
            jpeg: { trellis: true }
            png: { compression: 9, filters: true, effort: 3, dither: 50 }
            gif: { effort: 7, dither: 0 }
            refine: { enabled: true, hits: 2, budget: 30s }
        """)
            .endpoints()
            .getFirst();

    assertThat(endpoint.output().encoders())
        .isEqualTo(
            new EncoderSettings(
                OptionalInt.of(4),
                2,
                true,
                new EncoderSettings.Zlib(9, true),
                new EncoderSettings.Quantiser(3, 50),
                new EncoderSettings.Quantiser(7, 0),
                false));
    assertThat(endpoint.refining()).isEqualTo(new Refining(true, 2, Duration.ofSeconds(30)));
    assertThat(endpoint.output().fingerprint()).contains(endpoint.output().encoders().toString());
  }

  @Test
  void readsEveryTypeOfOrigin() {
    GatewayConfig config =
        read(
            """
            origins:
              folder: { type: folder, path: . }
              web: { type: web-server, baseUrl: "https://res.example.com/acme/", headers: { x-a: b } }
              proxy: { type: web-proxy, allowedHosts: ["*.example.com:8443"], timeouts: { connect: 1s } }
              s3: { type: s3, bucket: bucket, folder: /catalog/, region: eu-west-1, accessKey: ${KEY}, secretKey: ${SECRET}, sessionToken: ${EMPTY:-} }
              backup: { type: cloudinary-backup, bucket: bucket, encodeKeys: true, endpoint: "http://localhost:9000", pathStyle: true, canonicalBaseUrl: "https://www.example.com/" }
            """);

    OriginConfig.Bucket backup =
        new OriginConfig.Bucket(
            "bucket",
            "",
            "us-east-1",
            Optional.of(URI.create("http://localhost:9000")),
            true,
            true,
            OriginConfig.Bucket.FOCUS_HEADER,
            Optional.empty());
    OriginConfig.Bucket bucket =
        new OriginConfig.Bucket(
            "bucket",
            "catalog/",
            "eu-west-1",
            Optional.empty(),
            false,
            false,
            OriginConfig.Bucket.FOCUS_HEADER,
            Optional.of(new OriginConfig.Keys("AKIA", new Secret("shh"), Optional.empty())));
    assertThat(config.origins())
        .containsExactly(
            new OriginConfig.Folder(new OriginId("folder"), Optional.empty(), directory),
            new OriginConfig.WebServer(
                new OriginId("web"),
                Optional.empty(),
                URI.create("https://res.example.com/acme"),
                false,
                Map.of("x-a", "b"),
                OriginConfig.FOCUS_HEADER,
                Timeouts.DEFAULT),
            new OriginConfig.WebProxy(
                new OriginId("proxy"),
                Optional.empty(),
                List.of("*.example.com:8443"),
                Map.of(),
                OriginConfig.FOCUS_HEADER,
                new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(8))),
            new OriginConfig.S3(new OriginId("s3"), Optional.empty(), bucket, Timeouts.DEFAULT),
            new OriginConfig.CloudinaryBackup(
                new OriginId("backup"),
                Optional.of("https://www.example.com"),
                backup,
                "image/upload",
                Duration.ofMinutes(5),
                Timeouts.DEFAULT));
  }

  @Test
  void putsVariablesAnywhereEvenIntoFlowMappings() {
    GatewayConfig config =
        read(
            """
            delivery: { host: "${HOST:-127.0.0.1}", port: ${PORT} }
            management: { host: 127.0.0.1, port: 9090, token: ${TINTYPE_TOKEN:-} }
            transformations: { card: 'w-${WIDTH:-300},h-200' } # ${COMMENT}
            """);

    assertThat(config.delivery())
        .isEqualTo(
            new RoutingConfig(
                "127.0.0.1",
                8181,
                Optional.empty(),
                RoutingConfig.DRAIN_TIME,
                ClientLimits.DEFAULT));
    assertThat(config.management().token()).isEmpty();
    assertThat(config.transformations()).containsEntry("card", "w-300,h-200");
  }

  @Test
  void readsSecretsFromFiles() throws IOException {
    Files.writeString(directory.resolve("token"), "from a file\n");

    GatewayConfig config = read("management: { tokenFile: token }");

    assertThat(config.management().token()).contains(new Secret("from a file"));
    assertThat(config.toString()).doesNotContain("from a file");
  }

  @Test
  void takesScalarsAsTheyAreWritten() {
    GatewayConfig config =
        read(
            "origins: { a: { type: s3, bucket: 0123, region: no }, 007: { type: folder, path: . }"
                + " }");

    assertThat(config.origins()).map(origin -> origin.id().name()).containsExactly("a", "007");
    assertThat(((OriginConfig.S3) config.origins().getFirst()).bucket().name()).isEqualTo("0123");
  }

  @Test
  void mergesAnchors() {
    GatewayConfig config =
        read(
            """
            origins: { s: { type: folder, path: . } }
            endpoints:
              one: &base { origins: [s], quality: 70, path: /1 }
              two: { <<: *base, path: /2 }
            """);

    assertThat(config.endpoints()).map(EndpointConfig::path).containsExactly("/1", "/2");
    assertThat(config.endpoints())
        .map(e -> e.output().quality())
        .containsExactly(QualityRules.fixed(70), QualityRules.fixed(70));
  }

  @Test
  void letsAnEndpointChangeSomeLimits() {
    GatewayConfig config =
        read(
            """
            limits: { frames: 7, steps: 3 }
            origins: { s: { type: folder, path: . } }
            endpoints: { a: { origins: [s], path: /, limits: { frames: 9 } } }
            """);

    assertThat(config.endpoints().getFirst().limits().frames()).isEqualTo(9);
    assertThat(config.endpoints().getFirst().limits().steps()).isEqualTo(3);
    assertThat(config.endpoints().getFirst().path()).isEmpty();
  }

  @Test
  void acceptsKeysOfLaterVersionsThatAskForWhatHappensAnyway() {
    GatewayConfig config =
        read(
            """
            origins: { s: { type: folder, path: . } }
            endpoints:
              a:
                origins: [s]
                unsupported: lenient
                formatChoice: preferred
                signing: { keys: [], required: false }
                access: { allowReferrers: [], denyReferrers: [], denyUserAgents: [] }
                restrictUnnamed: false
                legacyOverlays: false
            """);

    assertThat(config.endpoints()).hasSize(1);
  }

  @Test
  void readsWhoIsLetIn() throws IOException {
    Files.writeString(directory.resolve("keys"), "one\n\n two \r\n");
    GatewayConfig config =
        read(
            """
            origins: { s: { type: folder, path: . } }
            endpoints:
              a:
                origins: [s]
                signing: { keysFile: keys, required: true }
                restrictUnnamed: true
                privatePaths: [/customers/, "https://example.com/x"]
                access:
                  allowReferrers: ["https://WWW.example.com:8443/page", localhost]
                  allowMissingReferrer: true
                  denyReferrers: [evil.test]
                  denyUserAgents: [BadBot]
            """);

    assertThat(config.endpoints().getFirst().access())
        .isEqualTo(
            new AccessRules(
                List.of(new SigningKey("one"), new SigningKey("two")),
                true,
                true,
                new PrivatePaths(List.of("customers", "example.com/x")),
                new CallerRules(
                    List.of("www.example.com", "localhost"),
                    true,
                    List.of("evil.test"),
                    List.of("badbot"))));
    assertThat(config.toString()).doesNotContain("one", "two");
  }

  @Test
  void takesOldOverlaysInTransformationsWhereAnEndpointReadsThem() {
    String endpoint =
        """
        origins: { s: { type: folder, path: . } }
        endpoints: { a: { origins: [s], legacyOverlays: true } }
        transformations: { badge: "oi-logo.png,ow-100" }
        """;

    assertThat(read(endpoint).endpoints().getFirst().legacyOverlays()).isTrue();
  }

  @Test
  void tellsWhatOnlyARestartCanChange() {
    GatewayConfig one = read("delivery: { port: 1 }\ncache: { memory: 1MiB }");
    GatewayConfig two =
        read("delivery: { port: 2 }\ncache: { memory: 1MiB }\nlog: { access: false }");

    assertThat(one.restartNeededFor(two)).containsExactly("delivery");
    assertThat(one.reloadedFrom(two).delivery().port()).isEqualTo(1);
    assertThat(one.reloadedFrom(two).log().access()).isFalse();
  }

  @Test
  void readsWhatDrawingsMayTake() {
    GatewayConfig usual = read("log: { access: false }");
    GatewayConfig own = read("sandbox: { processes: 2, memory: 1GiB, time: 900ms }");

    assertThat(usual.sandbox()).isEqualTo(SandboxSettings.USUAL);
    assertThat(own.sandbox()).isEqualTo(new SandboxSettings(2, 1L << 30, Duration.ofMillis(900)));
    assertThat(usual.restartNeededFor(own)).containsExactly("sandbox");
    assertThat(usual.reloadedFrom(own).sandbox()).isEqualTo(SandboxSettings.USUAL);
  }

  private GatewayConfig read(String yaml) {
    ConfigReader reader = new ConfigReader(ENVIRONMENT);
    ConfigResult result = reader.read(ConfigTexts.in(directory, yaml));
    assertThat(result).isInstanceOf(ConfigResult.Fine.class);
    return ((ConfigResult.Fine) result).config();
  }
}
