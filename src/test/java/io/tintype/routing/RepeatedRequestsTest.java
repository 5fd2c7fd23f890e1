package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.access.AccessRules;
import io.tintype.access.CallerRules;
import io.tintype.access.Expiry;
import io.tintype.access.PrivatePaths;
import io.tintype.access.SignedTarget;
import io.tintype.access.SignedUrl;
import io.tintype.access.SigningKey;
import io.tintype.access.StrictTransformations;
import io.tintype.access.TokenKey;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of requests, and what is judged each time all the same. */
class RepeatedRequestsTest {
  private static final SigningKey OLD = new SigningKey("old");
  private static final SigningKey NEW = new SigningKey("new");
  private static final String TOKEN_KEY = "00112233";
  private static final String PLAIN = "/e/tr:w-10/a.jpg";

  private final FakeGateway gateway = new FakeGateway();
  private final CountingDialect dialect = new CountingDialect();

  @BeforeEach
  void open() {
    gateway.fetch.image("a.jpg", "a");
    gateway.fetch.image("b.jpg", "b");
    configure(rules(List.of(), false, CallerRules.NONE));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void readsTheSameRequestOnce() {
    HttpResponse<String> first = gateway.get(PLAIN);
    HttpResponse<String> second = gateway.get(PLAIN);

    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("x-tintype-cache")).hasValue("memory");
    assertThat(dialect.readings.get()).isEqualTo(1);
  }

  @Test
  void namesEachRequestAnewAllTheSame() {
    HttpResponse<String> first = gateway.get(PLAIN);
    HttpResponse<String> second = gateway.get(PLAIN);

    assertThat(second.headers().firstValue("x-request-id"))
        .isNotEqualTo(first.headers().firstValue("x-request-id"));
  }

  @Test
  void readsAgainWhatSaysAnythingElseOfThePicture() {
    gateway.get(PLAIN);

    assertReadAgain(PLAIN, "Accept", "image/avif");
    assertReadAgain(PLAIN, "Accept", "image/webp");
    assertReadAgain(PLAIN, "Sec-CH-DPR", "2");
    assertReadAgain(PLAIN, "Sec-CH-Width", "200");
    assertReadAgain(PLAIN, "Viewport-Width", "200");
    assertReadAgain(PLAIN, "Save-Data", "on");
    assertReadAgain(PLAIN + "?x=1");
    assertReadAgain("/e/tr:w-10/b.jpg");
  }

  @Test
  void answersOtherClientsInTheirFormat() {
    assertThat(typeFor("image/avif")).isEqualTo("image/avif");
    assertThat(typeFor("image/webp")).isEqualTo("image/webp");
    assertThat(typeFor("image/avif")).isEqualTo("image/avif");
  }

  @Test
  void readsAgainForAnotherHost() {
    gateway.get(PLAIN);

    String other = RawHttp.get(gateway.port(), PLAIN, "Host: other.test");
    String absolute = RawHttp.get(gateway.port(), "http://third.test" + PLAIN, "Host: other.test");

    assertThat(other).startsWith("HTTP/1.1 200");
    assertThat(absolute).startsWith("HTTP/1.1 200");
    assertThat(dialect.readings.get()).isEqualTo(3);
  }

  @Test
  void refusesTwoHostsThoughTheRestIsKnown() {
    RawHttp.get(gateway.port(), PLAIN, "Host: a.test");

    String twice = RawHttp.get(gateway.port(), PLAIN, "Host: a.test", "Host: a.test");

    assertThat(twice).startsWith("HTTP/1.1 400");
  }

  @Test
  void forgetsEverythingWithTheConfiguration() {
    gateway.get(PLAIN);

    configure(rules(List.of(NEW), true, CallerRules.NONE));

    assertThat(gateway.get(PLAIN).statusCode()).isEqualTo(401);
    assertThat(dialect.readings.get()).isEqualTo(2);
  }

  @Test
  void followsARotationOfKeys() {
    configure(rules(List.of(OLD), true, CallerRules.NONE));
    String signed = signed(OLD, Expiry.NEVER);
    assertThat(gateway.get(signed).statusCode()).isEqualTo(200);
    assertThat(gateway.get(signed).statusCode()).isEqualTo(200);

    configure(rules(List.of(NEW, OLD), true, CallerRules.NONE));
    assertThat(gateway.get(signed).statusCode()).isEqualTo(200);

    configure(rules(List.of(NEW), true, CallerRules.NONE));
    assertThat(gateway.get(signed).statusCode()).isEqualTo(401);
    assertThat(gateway.get(signed(NEW, Expiry.NEVER)).statusCode()).isEqualTo(200);
  }

  @Test
  void letsAUrlExpireBetweenTwoHits() {
    configure(rules(List.of(OLD), true, CallerRules.NONE));
    Expiry inAMinute = Expiry.at(gateway.clock.instant().plusSeconds(60)).orElseThrow();
    String signed = signed(OLD, inAMinute);
    gateway.get(signed);
    gateway.clock.advance(Duration.ofSeconds(20));

    HttpResponse<String> remembered = gateway.get(signed);
    gateway.clock.advance(Duration.ofSeconds(41));
    HttpResponse<String> over = gateway.get(signed);

    assertThat(remembered.headers().firstValue("Cache-Control")).hasValue("public, max-age=40");
    assertThat(over.statusCode()).isEqualTo(401);
    assertThat(over.body()).contains("expired");
  }

  @Test
  void remembersNothingOfWhatWasRefused() {
    configure(rules(List.of(OLD), true, CallerRules.NONE));
    String wrong = PLAIN + "?ik-s=" + "0".repeat(40);

    assertThat(gateway.get(wrong).statusCode()).isEqualTo(401);
    assertThat(gateway.get(wrong).statusCode()).isEqualTo(401);

    assertThat(dialect.readings.get()).isEqualTo(2);
  }

  @Test
  void looksAtCallersEachTime() {
    CallerRules rules = new CallerRules(List.of("shop.test"), false, List.of(), List.of("badbot"));
    configure(rules(List.of(), false, rules));
    assertThat(gateway.get(PLAIN, "Referer", "https://shop.test/").statusCode()).isEqualTo(200);

    assertThat(gateway.get(PLAIN, "Referer", "https://evil.test/").statusCode()).isEqualTo(403);
    assertThat(gateway.get(PLAIN).statusCode()).isEqualTo(403);
    assertThat(
            gateway
                .get(PLAIN, "Referer", "https://shop.test/", "User-Agent", "BadBot/1")
                .statusCode())
        .isEqualTo(403);
    assertThat(gateway.get(PLAIN, "Referer", "https://shop.test/").statusCode()).isEqualTo(200);
  }

  @Test
  void opensNothingForOthersWithOneClientsToken() throws Exception {
    configure(
        new AccessRules(
            List.of(),
            true,
            false,
            new PrivatePaths(List.of()),
            CallerRules.NONE,
            List.of(),
            List.of(new TokenKey(TOKEN_KEY)),
            StrictTransformations.OPEN));
    String cookie = "__cld_token__=" + token("exp=9999999999~acl=%2fe%2f*");

    HttpResponse<String> mine = gateway.get(PLAIN, "Cookie", cookie);
    HttpResponse<String> another = gateway.get(PLAIN);
    HttpResponse<String> again = gateway.get(PLAIN, "Cookie", cookie);

    assertThat(mine.statusCode()).isEqualTo(200);
    assertThat(another.statusCode()).isEqualTo(401);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Cache-Control").orElseThrow()).startsWith("private");
    assertThat(dialect.readings.get()).isEqualTo(1);
  }

  private String typeFor(String accept) {
    HttpResponse<String> answer = gateway.get(PLAIN, "Accept", accept);
    return answer.headers().firstValue("Content-Type").orElseThrow();
  }

  private void assertReadAgain(String path, String... headers) {
    int before = dialect.readings.get();

    gateway.get(path, headers);
    gateway.get(path, headers);

    assertThat(dialect.readings.get()).isEqualTo(before + 1);
  }

  private void configure(AccessRules access) {
    EndpointConfig config = FakeGateway.endpointConfig("e", "/e", List.of(), false);
    EndpointConfig guarded =
        new EndpointConfig(
            config.name(),
            config.path(),
            config.hosts(),
            config.origins(),
            config.output(),
            config.strict(),
            config.legacyOverlays(),
            config.cacheControl(),
            config.freshness(),
            config.defaultImage(),
            access,
            config.rewriter(),
            config.limits(),
            config.refining());
    gateway.endpoints.replace(new Endpoints(List.of(new Endpoint(guarded, dialect, false))));
  }

  private static AccessRules rules(List<SigningKey> keys, boolean required, CallerRules callers) {
    return new AccessRules(keys, required, false, new PrivatePaths(List.of()), callers);
  }

  private static String signed(SigningKey key, Expiry expiry) {
    return SignedUrl.of(key, "/e", new SignedTarget(PLAIN, ""), expiry).rawTarget();
  }

  private static String token(String fields) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(TOKEN_KEY), "HmacSHA256"));
    byte[] digest = mac.doFinal(fields.getBytes(StandardCharsets.UTF_8));
    return fields + "~hmac=" + HexFormat.of().formatHex(digest);
  }

  /** ImageKit's language, and how often something was read in it. */
  private static final class CountingDialect implements Dialect {
    private final Dialect imageKit = new ImageKitDialect(ImageKitSettings.DEFAULT);
    private final AtomicInteger readings = new AtomicInteger();

    @Override
    public DeliveryRequest parse(RawRequest request) {
      readings.incrementAndGet();
      return imageKit.parse(request);
    }

    @Override
    public FaultStyle faultStyle() {
      return imageKit.faultStyle();
    }
  }
}
