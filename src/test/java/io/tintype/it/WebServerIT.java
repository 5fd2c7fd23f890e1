package io.tintype.it;

import static io.tintype.it.RawOrigin.answer;
import static io.tintype.it.RawOrigin.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tintype.it.RawOrigin.Then;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Web servers, good and bad, as the configuration's users see them. */
class WebServerIT {
  private static final byte[] PICTURE = Pictures.png(64, 48);
  private static final byte[] NOTHING = {};
  private static final Then KEEP = Then.KEEP;

  private static RawOrigin server;
  private static RawOrigin six;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws IOException {
    server = new RawOrigin();
    six = onIpv6();
    gateway = RunningGateway.start(configuration());
    for (int status : new int[] {400, 401, 403, 404, 410, 429, 451, 500, 503}) {
      server.script("/base/" + status, answer(status + " X", PICTURE), KEEP);
    }
    scriptBodies();
    scriptRedirects();
  }

  private static void scriptBodies() throws IOException {
    int size = PICTURE.length;
    byte[] half = Arrays.copyOf(PICTURE, size / 2);
    String length = "HTTP/1.1 200 OK\r\nContent-Length: ";
    server.script("/base/ok.png", answer("200 OK", PICTURE), KEEP);
    server.script("/base/reset.png", NOTHING, Then.RESET);
    server.script("/base/close.png", NOTHING, Then.CLOSE);
    server.script("/base/hang.png", NOTHING, Then.HANG);
    server.script("/base/stall.png", join(length + size, half), Then.HANG);
    server.script("/base/short.png", join(length + (size + 9), PICTURE), Then.CLOSE);
    server.script("/base/long.png", join(length + size, concat(PICTURE, half)), Then.CLOSE);
    server.script("/base/old.png", join("HTTP/1.0 200 OK", PICTURE), Then.CLOSE);
    server.script("/base/ssh.png", join("SSH-2.0-OpenSSH", NOTHING), Then.CLOSE);
    server.script("/base/headers.png", answer("200 OK\r\nX: " + "x".repeat(20_000), PICTURE), KEEP);
    server.script(
        "/base/gzip.png", answer("200 OK\r\nContent-Encoding: gzip", gzip(PICTURE)), KEEP);
    server.script("/base/br.png", answer("200 OK\r\nContent-Encoding: br", PICTURE), KEEP);
    server.script("/base/no-gzip.png", answer("200 OK\r\nContent-Encoding: gzip", PICTURE), KEEP);
    server.script("/base/type.png", answer("200 OK\r\nContent-Type: text/html", PICTURE), KEEP);
    server.script("/base/empty.png", answer("200 OK\r\nContent-Type: image/png", NOTHING), KEEP);
    server.script("/base/torn.png", answer("200 OK", half), KEEP);
    server.script("/base/chunked.png", chunked("0\r\n\r\n"), KEEP);
    server.script("/base/cut.png", chunked(""), Then.CLOSE);
    server.script("/base/hints.png", join("HTTP/1.1 103 X", answer("200 OK", PICTURE)), KEEP);
  }

  private static void scriptRedirects() {
    redirect("one.png", "/base/ok.png");
    redirect("dots.png", "../base/./ok.png");
    redirect("two.png", "one.png");
    redirect("three.png", "two.png");
    redirect("four.png", "three.png");
    redirect("loop.png", "/base/loop.png");
    redirect("private.png", "http://10.0.0.1/base/ok.png");
    redirect("decimal.png", "http://2130706434:%d/base/ok.png".formatted(server.port()));
    redirect("file.png", "file:///etc/passwd");
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
    server.close();
    six.close();
  }

  @ParameterizedTest
  @CsvSource({
    "404, 404",
    "410, 404",
    "401, 403",
    "403, 403",
    "451, 403",
    "400, 502",
    "429, 502",
    "500, 502",
    "503, 502",
    "ok.png, 200",
    "reset.png, 502",
    "close.png, 502",
    "short.png, 502",
    "long.png, 200",
    "old.png, 200",
    "ssh.png, 502",
    "headers.png, 200",
    "gzip.png, 200",
    "br.png, 502",
    "no-gzip.png, 502",
    "type.png, 200",
    "empty.png, 400",
    "torn.png, 400",
    "chunked.png, 200",
    "cut.png, 502",
    "hints.png, 200",
    "one.png, 200",
    "dots.png, 200",
    "two.png, 200",
    "three.png, 200",
    "four.png, 502",
    "loop.png, 502",
    "private.png, 403",
    "decimal.png, 403",
    "file.png, 403",
  })
  void everyAnswerHasItsStatus(String file, int status) {
    HttpResponse<byte[]> alone = gateway.get("/web/tr:w-32/" + file);
    HttpResponse<byte[]> withDefault = gateway.get("/default/tr:w-32/" + file);

    assertThat(alone.statusCode()).isEqualTo(status);
    String cacheControl = alone.headers().firstValue("cache-control").orElseThrow();
    assertThat(cacheControl).isEqualTo(status == 200 ? "public, max-age=31536000" : "no-store");
    boolean excused = status == 404 || status >= 500;
    assertThat(withDefault.statusCode()).isEqualTo(excused ? 200 : status);
    assertThat(withDefault.headers().firstValue("x-tintype-default").orElse(""))
        .isEqualTo(status == 404 ? "absent" : excused ? "broken" : "");
    if (excused) {
      assertThat(withDefault.headers().firstValue("cache-control")).hasValue("public, max-age=60");
    }
  }

  @Test
  void whatIsTooSlowIsGivenUp() {
    List<String> files = List.of("hang.png", "stall.png");
    var alone = files.stream().map(file -> gateway.getAsync("/slow/" + file)).toList();
    var excused = files.stream().map(file -> gateway.getAsync("/slow-default/" + file)).toList();

    assertThat(alone).allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(504));
    assertThat(excused)
        .allSatisfy(
            answer -> {
              assertThat(answer.join().statusCode()).isEqualTo(200);
              assertThat(answer.join().headers().firstValue("x-tintype-default"))
                  .hasValue("broken");
            });
  }

  @Test
  void aKeptConnectionThatIsLostCostsNothing() {
    server.script("/base/lost.png", answer("200 OK", PICTURE), Then.RESET_NEXT);
    List<CompletableFuture<HttpResponse<byte[]>>> first = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      server.script("/base/lost.png?" + i, answer("200 OK", PICTURE), Then.RESET_NEXT);
      first.add(gateway.getAsync("/web/lost.png?" + i));
    }
    first.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));

    for (int i = 8; i < 16; i++) {
      server.script("/base/lost.png?" + i, answer("200 OK", PICTURE), KEEP);
      assertThat(gateway.get("/web/lost.png?" + i).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void sendsTheConfiguredHeadersTheQueryAndThePublicHost() {
    server.script("/base/q.png?a=1&b=%20x", answer("200 OK", PICTURE), KEEP);

    assertThat(gateway.get("/forward/q.png?a=1&tr=w-3&ik-t=9&b=%20x").statusCode()).isEqualTo(200);

    assertThat(server.heads())
        .anySatisfy(
            head ->
                assertThat(head)
                    .startsWith("GET /base/q.png?a=1&b=%20x HTTP/1.1\r\n")
                    .containsIgnoringCase("host: 127.0.0.1\r\n")
                    .containsIgnoringCase("x-req-from: tintype\r\n"));
  }

  @ParameterizedTest
  @CsvSource({"/localhost/ok.png, 200", "/unknown/ok.png, 502", "/tls/ok.png, 504"})
  void namesAreResolvedAndTlsIsLimitedInTime(String path, int status) {
    assertThat(gateway.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void reachesServersOverIpv6() {
    assumeTrue(six != server, "this machine has no IPv6");
    six.script("/base/ok.png", answer("200 OK", PICTURE), KEEP);

    assertThat(gateway.get("/six/ok.png").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsTellTheOutcomesApart() throws Exception {
    for (String file : List.of("ok.png", "404", "403", "500", "hang.png")) {
      gateway.get("/measured/" + file);
    }

    String metrics = gateway.management("/metrics");
    for (String outcome : List.of("found", "absent", "denied", "unavailable", "timeout")) {
      assertThat(metrics)
          .contains("origin_requests_total{origin=\"measured\",outcome=\"" + outcome + "\"} 1.0");
    }
    assertThat(metrics).contains("tintype_budget_used_bytes{budget=\"sources\"} 0.0");
  }

  private static RawOrigin onIpv6() throws IOException {
    try {
      return new RawOrigin(InetAddress.ofLiteral("::1"));
    } catch (IOException none) {
      return server;
    }
  }

  private static void redirect(String file, String location) {
    server.script("/base/" + file, answer("302 X\r\nLocation: " + location, NOTHING), KEEP);
  }

  private static byte[] chunked(String end) {
    byte[] start = (Integer.toHexString(PICTURE.length) + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] rest = ("\r\n" + end).getBytes(StandardCharsets.UTF_8);
    return join(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", concat(concat(start, PICTURE), rest));
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  private static String configuration() {
    return """
    cache: { sources: 0 }
    origins:
      web: &web { type: web-server, baseUrl: 'http://127.0.0.1:%1$d/base' }
      measured: { <<: *web }
      forward: { <<: *web, forwardHost: true, headers: { x-req-from: tintype } }
      localhost: { <<: *web, baseUrl: 'http://localhost:%1$d/base' }
      unknown: { <<: *web, baseUrl: 'http://no-such-host.invalid/base' }
      tls: { <<: *web, baseUrl: 'https://localhost:%1$d/base' }
      six: { <<: *web, baseUrl: 'http://[::1]:%2$d/base' }
    endpoints:
      web: { origins: [web] }
      default: { origins: [web], defaultImage: ok.png }
      measured: { origins: [measured], limits: { fetchTime: 2s } }
      slow: { origins: [web], limits: { fetchTime: 2s } }
      slow-default: { origins: [web], limits: { fetchTime: 2s }, defaultImage: ok.png }
      forward: { origins: [forward] }
      localhost: { origins: [localhost] }
      unknown: { origins: [unknown] }
      tls: { origins: [tls], limits: { fetchTime: 2s } }
      six: { origins: [six] }
    network: { allow: ['127.0.0.1/32', '::1/128'] }
    """
        .formatted(server.port(), six.port());
  }
}
