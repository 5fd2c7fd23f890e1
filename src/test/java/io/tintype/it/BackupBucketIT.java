package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.origin.testing.S3Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cloudinary's backups as the configuration's users see them. */
class BackupBucketIT {
  private static final String IMAGES = "res/acme/image/upload/";
  private static final int PAGE = 1_000;

  /** Keys and the width of the picture each holds. */
  private static final Map<String, Integer> PICTURES =
      Map.ofEntries(
          Map.entry(IMAGES + "shop/1690000000.png", 20),
          Map.entry(IMAGES + "shop/1700000001.png", 21),
          Map.entry(IMAGES + "shop/1700000002.png", 22),
          Map.entry(IMAGES + "folder/id.with.dots/1700000003.png", 23),
          Map.entry(IMAGES + "sp ace:colon ü/1700000004.png", 24),
          Map.entry(IMAGES + "plus+p/1700000005.png", 25),
          Map.entry(IMAGES + "strange.jpg/1700000006.png", 26),
          Map.entry(IMAGES + "shop/inner/1700000007.png", 27),
          Map.entry(IMAGES + "v5/inner/1700000008.png", 28),
          Map.entry("res/acme/image/private/secret/1700000009.png", 29),
          Map.entry("mirror/a/b.png", 30),
          Map.entry("escaped/image/upload/image%2Bexample/1700000010.png", 31),
          Map.entry("escaped/image/upload/sp%20ace/1700000011.png", 32));

  private static S3Server server;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server();
    PICTURES.forEach((key, width) -> server.put(key, Pictures.png(width, 9)));
    server.put("res/acme/raw/upload/doc.txt/1700000012.txt", new byte[] {'t'}, "text/plain");
    byte[] old = Pictures.png(40, 9);
    for (int version = 1; version <= PAGE; version++) {
      server.put(IMAGES + "many/" + (1_700_000_000 + version) + ".png", old);
    }
    server.put(IMAGES + "many/1800000000.png", Pictures.png(41, 9));
    gateway = RunningGateway.start(configuration());
  }

  @AfterAll
  static void stop() {
    gateway.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "shop.png, 22",
    "shop, 22",
    "shop.jpg?tr=f-png, 22",
    "v1700000001/shop.png, 21",
    "v1690000000/shop.png, 20",
    "v1700000009/shop.png, 22",
    "v1/shop.png, 22",
    "v0/shop.png, 22",
    "image/upload/shop.png, 22",
    "image/upload/v1700000001/shop.png, 21",
    "image/upload/v1/shop.png, 22",
    "v1700000001/image/upload/shop.png, 21",
    "folder/id.with.dots.png, 23",
    "folder/id.with.dots, 23",
    "sp%20ace:colon%20%C3%BC.png, 24",
    "plus+p.png, 25",
    "plus%2Bp.png, 25",
    "strange.jpg, 26",
    "strange.jpg.png, 26",
    "shop/inner.png, 27",
    "v5/inner.png, 28",
    "image/private/secret.png, 29",
    "many.png, 41",
    "v1700000500/many.png, 40",
  })
  void versionsAreFoundWhereverTheFolderEnds(String path, int width) throws IOException {
    for (String endpoint : new String[] {"cloud", "slashes", "typed"}) {
      assertThat(widthOf(gateway.get("/" + endpoint + "/" + path))).as(endpoint).isEqualTo(width);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/bucket/res/acme/image/upload/shop.png, 22",
    "/bucket/res/acme/image/upload/v1700000001/shop.png, 21",
    "/clouds/acme/image/upload/v1700000001/shop.png, 21",
    "/mirror/a/b.png, 30",
    "/mirror/v17/a/b.png, 30",
    "/escaped/image+example.png, 31",
    "/escaped/image%2Bexample.jpg?tr=f-png, 31",
    "/escaped/v1700000011/sp%20ace.png, 32",
  })
  void otherLayoutsAreFoundToo(String path, int width) throws IOException {
    assertThat(widthOf(gateway.get(path))).isEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/cloud/nothing.png",
        "/cloud/v1700000001/nothing.png",
        "/cloud/folder",
        "/cloud/folder/id.with.png",
        "/bucket/shop.png"
      })
  void whatIsNotListedIsAbsent(String path) {
    assertThat(gateway.get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cloud/doc.txt", "/cloud/raw/upload/doc.txt"})
  void rawFilesKeepTheirExtension(String path) {
    assertThat(gateway.get(path).body()).containsExactly('t');
  }

  private static int widthOf(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return ImageIO.read(new ByteArrayInputStream(answer.body())).getWidth();
  }

  private static String configuration() {
    return """
    origins:
      cloud: &backup
        type: cloudinary-backup
        bucket: %s
        folder: /res/acme
        region: eu-west-1
        endpoint: 'http://127.0.0.1:%d'
        pathStyle: true
        accessKey: %s
        secretKey: %s
      slashes: { <<: *backup, folder: /res/acme/ }
      typed: { <<: *backup, folder: res/acme/image/upload }
      bucket: { <<: *backup, folder: / }
      clouds: { <<: *backup, folder: /res }
      mirror: { <<: *backup, folder: /mirror }
      escaped: { <<: *backup, folder: /escaped, encodeKeys: true }
    endpoints:
      cloud: { origins: [cloud] }
      slashes: { origins: [slashes] }
      typed: { origins: [typed] }
      bucket: { origins: [bucket] }
      clouds: { origins: [clouds] }
      mirror: { origins: [mirror] }
      escaped: { origins: [escaped] }
    network: { allow: ['127.0.0.0/8'] }
    """
        .formatted(S3Server.BUCKET, server.port(), S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
  }
}
