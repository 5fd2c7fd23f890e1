package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.PercentEncoding;
import io.tintype.origin.testing.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buckets as the configuration's users see them; the server checks signatures. */
class S3IT {
  /** Every key holds a picture of its own width. */
  private static final List<String> KEYS =
      List.of(
          "plain.png",
          "with space.png",
          "plus+sign.png",
          "per%cent.png",
          "lit%2Bplus.png",
          "%41.png",
          "%2e%2e/secret.png",
          "100%.png",
          "ünïcode/日本.png",
          "emoji😀.png",
          "hash#tag.png",
          "q?mark.png",
          "amp&er=sand.png",
          "quote'(x)~:@,.png",
          "semi;colon$!*.png",
          "[br]{c}|^`\".png",
          "back\\slash.png",
          "dou//ble.png",
          "dot.s.in.name.v2.png",
          "tail .png",
          "noext",
          "v12/literal.png",
          "x".repeat(200) + ".png");

  private static final int FIRST_WIDTH = 20;

  private static S3Server server;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server();
    for (String key : KEYS) {
      byte[] picture = Pictures.png(widthOf(key), 9);
      server.put(key, picture);
      server.put("catalog/" + key, picture);
      server.put("encoded/" + encoded(key), picture);
    }
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "catalog", "catalog-slashes", "encoded"})
  void everyKeyIsFound(String endpoint) throws IOException {
    for (String key : KEYS) {
      String strict = "/" + endpoint + "/" + encoded(key);
      String mild = "/" + endpoint + "/tr:f-png/" + PercentEncoding.encodePath(key);

      assertThat(List.of(widthOf(gateway.get(strict)), widthOf(gateway.get(mild))))
          .as(key)
          .containsOnly(widthOf(key));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/root/missing.png, 404, ENOENT",
    "/root/v12/missing.png, 404, ENOENT",
    "/wrong-secret/plain.png, 502, EACCES",
    "/wrong-id/plain.png, 502, EACCES",
    "/no-bucket/plain.png, 502, ECONNREFUSED",
    "/no-bucket/tr:orig-true/plain.png, 502, ECONNREFUSED",
  })
  void refusalsHaveTheirStatus(String path, int status, String code) {
    for (String method : List.of("HEAD", "GET")) {
      HttpResponse<byte[]> answer = gateway.send(method, path).join();

      assertThat(answer.statusCode()).as(method).isEqualTo(status);
      assertThat(answer.headers().firstValue("ik-error").orElseThrow()).startsWith(code);
      assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }
  }

  @Test
  void aVersionSegmentIsLeftOutWhenTheLiteralKeyIsMissing() throws IOException {
    assertThat(widthOf(gateway.get("/root/v12/literal.png"))).isEqualTo(widthOf("v12/literal.png"));
    assertThat(widthOf(gateway.get("/root/v13/plain.png"))).isEqualTo(widthOf("plain.png"));
  }

  @Test
  void namesThePageAsCanonical() {
    assertThat(gateway.get("/root/tr:w-5/plain.png?a=b").headers().firstValue("link"))
        .hasValue("<https://www.example.com/shop/plain.png>; rel=\"canonical\"");
  }

  private static int widthOf(String key) {
    return FIRST_WIDTH + KEYS.indexOf(key);
  }

  private static int widthOf(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
  }

  private static String encoded(String key) {
    return Arrays.stream(key.split("/", -1))
        .map(PercentEncoding::encodeSegment)
        .collect(Collectors.joining("/"));
  }

  private static String configuration() {
    return """
    origins:
      root: &bucket
        type: s3
        bucket: %s
        region: eu-west-1
        endpoint: 'http://127.0.0.1:%d'
        pathStyle: true
        accessKey: %s
        secretKey: %s
        canonicalBaseUrl: https://www.example.com/shop
      catalog: { <<: *bucket, folder: /catalog }
      catalog-slashes: { <<: *bucket, folder: catalog/ }
      encoded: { <<: *bucket, folder: /encoded, encodeKeys: true }
      wrong-secret: { <<: *bucket, secretKey: wrong }
      wrong-id: { <<: *bucket, accessKey: AKIAOTHER }
      no-bucket: { <<: *bucket, bucket: no-bucket }
    endpoints:
      root: { origins: [root] }
      catalog: { origins: [catalog] }
      catalog-slashes: { origins: [catalog-slashes] }
      encoded: { origins: [encoded] }
      wrong-secret: { origins: [wrong-secret] }
      wrong-id: { origins: [wrong-id] }
      no-bucket: { origins: [no-bucket] }
    network: { allow: ['127.0.0.0/8'] }
    """
        .formatted(S3Server.BUCKET, server.port(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
  }
}
