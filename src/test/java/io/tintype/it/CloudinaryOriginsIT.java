package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.testing.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of origin is asked for when a URL is one of Cloudinary's. */
class CloudinaryOriginsIT {
  private static final RawOrigin.Then KEEP = RawOrigin.Then.KEEP;
  private static final String COMPOSED = "caf\u00e9";
  private static final String DECOMPOSED = "cafe\u0301";

  @TempDir private static Path folder;
  private static S3Server bucket;
  private static RawOrigin server;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    bucket = new S3Server();
    bucket.put("res/acme/image/upload/shoes/red/100.png", Pictures.png(20, 9));
    bucket.put("res/acme/image/upload/shoes/red/900.png", Pictures.png(21, 9));
    bucket.put("res/acme/image/upload/double.jpg/5.png", Pictures.png(22, 9));
    bucket.put("res/acme/image/upload/" + DECOMPOSED + "/5.png", Pictures.png(23, 9));
    bucket.put("res/acme/raw/upload/pics/a.png/5.png", Pictures.png(24, 9));
    bucket.put("res/acme/image/private/red/5.png", Pictures.png(25, 9));
    bucket.put("mirror/shoes/red.png", Pictures.png(26, 9));
    Path images = Files.createDirectories(folder.resolve("image/upload"));
    Pictures.writePng(images.resolve("a.jpg"), 30, 9);
    Pictures.writePng(images.resolve("bare"), 31, 9);
    Pictures.writePng(images.resolve(COMPOSED + ".jpg"), 32, 9);
    server = new RawOrigin();
    script("/acme/image/upload/one", 40);
    script("/acme/image/upload/v1/w_9/two", 41);
    script("/acme/image/fetch/https%3A%2F%2Fexample.com%2Fa.jpg%3Fb%3Dc", 42);
    script("/acme/image/upload/e_gen_restore,w_9/three.jpg", 43);
    script("/acme/image/upload/t_nobody/three.jpg", 44);
    server.script(
        "/acme/image/upload/e_gen_restore/gone.jpg", RawOrigin.answer("500 No", new byte[0]), KEEP);
    gateway = RunningGateway.start(configuration());
  }

  private static void script(String path, int width) {
    server.script(path, RawOrigin.answer("200 OK\r\nETag: \"1\"", Pictures.png(width, 9)), KEEP);
  }

  private static String configuration() {
    return """
    network: { allow: [127.0.0.1/32] }
    origins:
      files: { type: folder, path: "%1$s" }
      plainFiles: { type: folder, path: "%1$s/image/upload", layout: public-id }
      backup: { type: cloudinary-backup, folder: res/acme, %2$s }
      mirror: { type: s3, folder: mirror, %2$s }
      account: { type: web-server, baseUrl: "http://127.0.0.1:%3$d/acme", layout: cloudinary }
    endpoints:
      files: { origins: [files], rewriter: cloudinary }
      plain: { origins: [plainFiles], rewriter: cloudinary }
      backup: { origins: [backup], rewriter: cloudinary }
      mirror: { origins: [mirror], rewriter: cloudinary, keepAssetAndDeliveryTypes: false }
      account: { origins: [account], rewriter: cloudinary }
      left:
        origins: [files]
        rewriter: cloudinary
        cloud: acme
        unsupported: fallthrough
        oldVendor: "http://127.0.0.1:%3$d/acme"
    """
        .formatted(folder, bucket(), server.port());
  }

  private static String bucket() {
    return "bucket: %s, endpoint: \"http://127.0.0.1:%d\", pathStyle: true, accessKey: %s, secretKey: %s"
        .formatted(S3Server.BUCKET, bucket.port(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    bucket.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/backup/image/upload/shoes/red.png,                21",
    "/backup/image/upload/v100/shoes/red.png,           20",
    "/backup/image/upload/v1/shoes/red.png,             21",
    "/backup/image/upload/v55/shoes/red.png,            21",
    "/backup/image/upload/shoes/red,                    21",
    "/backup/image/upload/double.jpg,                   22",
    "/backup/image/upload/caf%C3%A9.png,                23",
    "/backup/raw/upload/pics/a.png,                     24",
    "/backup/image/private/c_crop/red.png,              25",
    "/mirror/image/upload/v7/shoes/red.png,             26",
    "/files/image/upload/a.jpg,                         30",
    "/files/image/upload/bare.png,                      31",
    "/files/image/upload/cafe%CC%81.jpg,                32",
    "/plain/image/upload/bare.png,                      31",
    "/account/image/upload/one.jpg,                     40",
    "/account/image/upload/v1/w_9/two.jpg,              41",
    "/account/image/fetch/https://example.com/a.jpg?b=c,  42",
  })
  void findsEachAssetUnderItsOwnKey(String url, int width) throws IOException {
    HttpResponse<byte[]> answer = gateway.get(url);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth()).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/left/acme/image/upload/e_gen_restore,w_9/three.jpg 43",
        "/left/acme/image/upload/t_nobody/three.jpg 44",
        "/left/acme/image/upload/w_9/a.jpg 9",
      })
  void leavesToTheOldVendorWhatItCannotDo(String url, int width) throws IOException {
    HttpResponse<byte[]> first = gateway.get(url);
    HttpResponse<byte[]> second = gateway.get(url);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(ImageIO.read(new ByteArrayInputStream(first.body())).getWidth()).isEqualTo(width);
    assertThat(first.headers().firstValue("x-tintype-ignored")).isEmpty();
    assertThat(second.headers().firstValue("x-tintype-cache")).contains("memory");
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void tellsTheFailuresOfTheOldVendorAndCountsWhatItIsAskedFor() throws Exception {
    assertThat(gateway.get("/left/acme/image/upload/e_gen_restore/gone.jpg").statusCode())
        .isEqualTo(502);
    assertThat(gateway.get("/left/acme/image/upload/e_gen_restore/none.jpg").statusCode())
        .isEqualTo(404);
    assertThat(gateway.management("/metrics"))
        .contains(
            "tintype_fallthrough_parameters_total{endpoint=\"left\",parameter=\"e_gen_restore\"}")
        .doesNotContain("tintype_ignored_parameters_total{endpoint=\"left\"");
  }
}
