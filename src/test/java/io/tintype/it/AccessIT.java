package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.access.Expiry;
import io.tintype.access.SignedTarget;
import io.tintype.access.SignedUrl;
import io.tintype.access.SigningKey;
import io.tintype.origin.testing.S3Server;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures, private sources and restrictions of callers, against the whole gateway. */
class AccessIT {
  private static final SigningKey KEY = new SigningKey("private_key_1");
  private static final byte[] PICTURE = Pictures.png(64, 48);
  private static final byte[] NOTHING = {};
  private static final RawOrigin.Then KEEP = RawOrigin.Then.KEEP;

  @TempDir private static Path folder;
  private static RawOrigin server;
  private static S3Server bucket;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    Files.write(folder.resolve("a.png"), PICTURE);
    Files.write(Files.createDirectory(folder.resolve("private")).resolve("a.png"), PICTURE);
    Files.write(folder.resolve("doc.pdf"), new byte[500]);
    Files.writeString(folder.resolve("keys"), "private_key_1\n\n private_key_0 \n");
    server = new RawOrigin();
    for (String path : new String[] {"/secret.png", "/secret.pdf"}) {
      String head = "200 OK\r\nIs-Private-File: True\r\nETag: \"1\"";
      server.script(path, RawOrigin.answer(head, path.endsWith("g") ? PICTURE : NOTHING), KEEP);
    }
    server.script("/open.png", RawOrigin.answer("200 OK\r\nETag: \"1\"", PICTURE), KEEP);
    bucket = new S3Server();
    bucket.put("secret.png", PICTURE, Map.of("isprivatefile", "true"));
    bucket.put("open.png", PICTURE, Map.of("isprivatefile", "false"));
    gateway = RunningGateway.start(configuration());
  }

  private static String configuration() {
    return """
    network: { allow: [127.0.0.1/32] }
    origins:
      files: { type: folder, path: "%1$s" }
      web: { type: web-server, baseUrl: "http://127.0.0.1:%2$d" }
      bucket:
        type: s3
        bucket: %3$s
        endpoint: "http://127.0.0.1:%4$d"
        pathStyle: true
        accessKey: %5$s
        secretKey: %6$s
    endpoints:
      open: { origins: [files], signing: { keys: [private_key_1, private_key_0] } }
      keyless: { origins: [files] }
      signed: { origins: [files], signing: { keysFile: "%1$s/keys", required: true } }
      private:
        origins: [files]
        privatePaths: [/private]
        signing: { keys: [private_key_1] }
      named: { origins: [files], restrictUnnamed: true }
      allowed: { origins: [files], access: { allowReferrers: ["https://shop.test/"] } }
      denied:
        origins: [files]
        access: { denyReferrers: [evil.test], denyUserAgents: [badbot] }
      web: { origins: [web], cache: { ttl: 0s }, signing: { keys: [private_key_1] } }
      bucket: { origins: [bucket], signing: { keys: [private_key_1] } }
    transformations: { card: w-20 }
    """
        .formatted(
            folder,
            server.port(),
            S3Server.BUCKET,
            bucket.port(),
            S3Server.ACCESS_KEY,
            S3Server.SECRET_KEY);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    bucket.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/signed/tr:w-10/a.png,       This URL has to be signed.",
    "/signed/tr:n-card/a.png,     This URL has to be signed.",
    "/signed/a.png?ik-s=x,        The signature of this URL is malformed.",
    "/signed/a.png?ik-s=e82e5b266085357058734b9775139a1dc4edb4f4,"
        + " The signature of this URL does not match.",
    "/open/a.png?ik-s=e82e5b266085357058734b9775139a1dc4edb4f4,"
        + " The signature of this URL does not match.",
    "/open/a.png?ik-s=e82e5b266085357058734b9775139a1dc4edb4f4&ik-t=1700000000,"
        + " The signature of this URL has expired.",
  })
  void answers401(String path, String sentence) throws Exception {
    for (String method : new String[] {"GET", "HEAD"}) {
      HttpResponse<byte[]> answer = gateway.send(method, path).get();

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(header(answer, "ik-error")).isEqualTo("EACCES - " + sentence);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(answer, "WWW-Authenticate")).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/signed/tr:w-10/a.png", "/signed/a.png?tr=n-card", "/open/a.png?v=1&tr=w-9"})
  void servesWhatIsSigned(String path) {
    for (String key : new String[] {"private_key_0", "private_key_1"}) {
      HttpResponse<byte[]> answer = gateway.get(signed(new SigningKey(key), path, Expiry.NEVER));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000");
    }
  }

  @Test
  void acceptsASignatureItCannotCheck() throws Exception {
    assertThat(gateway.get("/keyless/a.png?ik-s=x&ik-t=y").statusCode()).isEqualTo(200);
    assertThat(gateway.management("/metrics"))
        .contains("tintype_unverified_signatures_total{endpoint=\"keyless\"} 1");
  }

  @Test
  void countsRefusedSignatures() throws Exception {
    gateway.get("/private/private/a.png");

    assertThat(gateway.management("/metrics"))
        .contains("tintype_refused_signatures_total{endpoint=\"private\",reason=\"missing\"}");
  }

  @Test
  void stopsToServeWhenTheTimeIsOver() {
    List<String> paths = List.of("/signed/tr:w-11/a.png", "/signed/doc.pdf");
    Expiry expiry = Expiry.at(Instant.now().plusSeconds(5)).orElseThrow();

    var first = paths.stream().map(path -> gateway.getAsync(signed(KEY, path, expiry))).toList();
    for (var answer : first) {
      assertThat(answer.join().statusCode()).isEqualTo(200);
      assertThat(header(answer.join(), "Cache-Control")).matches("public, max-age=[0-5]");
    }

    Instant deadline = Instant.now().plus(Duration.ofSeconds(40));
    List<String> served = new ArrayList<>(paths);
    while (!served.isEmpty()) {
      assertThat(Instant.now()).as("%s", served).isBefore(deadline);
      served.removeIf(path -> gateway.get(signed(KEY, path, expiry)).statusCode() == 401);
      assertThat(served.size() == paths.size() || expiry.isPast(Instant.now())).isTrue();
    }
    for (String path : paths) {
      assertThat(gateway.get(signed(KEY, path, Expiry.NEVER)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void refusesConditionalRequestsWithoutSignatureToo() {
    String etag = header(gateway.get(signed(KEY, "/signed/tr:w-12/a.png", Expiry.NEVER)), "ETag");

    assertThat(gateway.get("/signed/tr:w-12/a.png", "If-None-Match", etag).statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/private/private/a.png,               401",
    "/private/tr:w-10/private/a.png,       401",
    "/private/tr:orig-true/private/a.png,  401",
    "/private/private//a.png,              401",
    "/private/v1/private/a.png,            401",
    "/private/tr:di-private@@a.png/x.png,  401",
    "/private/tr:n-card/private/a.png,     200",
    "/private/a.png,                       200",
    "/named/tr:n-card/a.png,               200",
    "/named/a.png,                         200",
    "/named/tr:w-10/a.png,                 400",
    "/named/tr:orig-true/a.png,            400",
    "/web/secret.png,                      401",
    "/web/tr:w-10/secret.png,              401",
    "/web/secret.pdf,                      401",
    "/web/tr:di-secret.png/none.png,       404",
    "/web/tr:n-card/secret.png,            200",
    "/web/tr:w-10/open.png,                200",
    "/bucket/tr:w-10/secret.png,           401",
    "/bucket/tr:orig-true/secret.png,      401",
    "/bucket/tr:n-card/secret.png,         200",
    "/bucket/tr:w-10/open.png,             200",
  })
  void asksForASignatureWhereSomethingIsPrivate(String path, int unsigned) {
    assertThat(gateway.get(path).statusCode()).isEqualTo(unsigned);
    if (unsigned == 401) {
      assertThat(gateway.get(signed(KEY, path, Expiry.NEVER)).statusCode()).isEqualTo(200);
      assertThat(gateway.get(path).statusCode()).as("kept by now").isEqualTo(401);
    }
  }

  @Test
  void keepsASourcePrivateWhenItsOriginOnlySaysThatItIsUnchanged() {
    String path = "/web/tr:w-13/unchanged.png";
    server.script(
        "/unchanged.png",
        RawOrigin.answer("200 OK\r\nIs-Private-File: true\r\nETag: \"1\"", PICTURE),
        KEEP);
    assertThat(gateway.get(signed(KEY, path, Expiry.NEVER)).statusCode()).isEqualTo(200);

    server.script("/unchanged.png", RawOrigin.answer("304 X\r\nETag: \"1\"", NOTHING), KEEP);

    assertThat(gateway.get(signed(KEY, path, Expiry.NEVER)).statusCode()).isEqualTo(200);
    assertThat(gateway.get(path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "/allowed, Referer,    https://shop.test/page, 200",
    "/allowed, Referer,    https://evil.test/,     403",
    "/allowed, X-Nothing,  x,                      403",
    "/denied,  Referer,    https://evil.test/,     403",
    "/denied,  Referer,    https://shop.test/,     200",
    "/denied,  X-Nothing,  x,                      200",
    "/denied,  User-Agent, Some BadBot/1.0,        403",
    "/denied,  User-Agent, Mozilla/5.0,            200",
  })
  void looksAtWhoAsks(String endpoint, String name, String value, int status) {
    HttpResponse<byte[]> answer = gateway.get(endpoint + "/tr:w-10/a.png", name, value);

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(header(answer, "ik-error")).startsWith("EACCES - ");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void followsARotationOfKeys() throws Exception {
    Path keys = Files.writeString(folder.resolve("rotating"), "first");
    String yaml =
        """
        origins: { files: { type: folder, path: "%1$s" } }
        endpoints: { a: { origins: [files], signing: { keysFile: "%1$s/rotating" } } }
        """
            .formatted(folder);
    try (RunningGateway rotating = RunningGateway.start(yaml)) {
      String old = signed(new SigningKey("first"), "/a/a.png", Expiry.NEVER);
      String next = signed(new SigningKey("second"), "/a/a.png", Expiry.NEVER);
      assertThat(rotating.get(old).statusCode()).isEqualTo(200);
      assertThat(rotating.get(next).statusCode()).isEqualTo(401);

      Files.writeString(keys, "second");

      Instant deadline = Instant.now().plus(Duration.ofSeconds(40));
      while (rotating.get(next).statusCode() != 200) {
        assertThat(Instant.now()).isBefore(deadline);
      }
      assertThat(rotating.get(old).statusCode()).isEqualTo(401);
    }
  }

  private static String signed(SigningKey key, String target, Expiry expiry) {
    String[] parts = target.split("\\?", 2);
    String endpoint = target.substring(0, target.indexOf('/', 1));
    return SignedUrl.of(
            key, endpoint, new SignedTarget(parts[0], parts.length < 2 ? "" : parts[1]), expiry)
        .rawTarget();
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
