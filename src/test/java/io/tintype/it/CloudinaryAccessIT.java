package io.tintype.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures, tokens and strict transformations of Cloudinary's URLs, against the gateway. */
class CloudinaryAccessIT {
  private static final String KEY = "00112233ff99";

  @TempDir private static Path folder;
  private static RunningGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    for (String type : new String[] {"upload", "authenticated", "private"}) {
      Path images = Files.createDirectories(folder.resolve("image").resolve(type));
      Pictures.writePng(images.resolve("sample.jpg"), 64, 48);
    }
    gateway =
        RunningGateway.start(
            """
            origins: { files: { type: folder, path: "%s" } }
            transformations: { card: "cloudinary:c_fill,w_20,h_10" }
            endpoints:
              open: { origins: [files], rewriter: cloudinary }
              keys:
                origins: [files]
                rewriter: cloudinary
                cloudinarySecrets: [b]
                authTokenKeys: [%2$s]
              tokens: { origins: [files], rewriter: cloudinary, authTokenKeys: [%2$s] }
              strict:
                origins: [files]
                rewriter: cloudinary
                cloudinarySecrets: [b]
                strictTransformations: signed-or-named
              listed:
                origins: [files]
                rewriter: cloudinary
                cloudinarySecrets: [b]
                strictTransformations: allow-list
            """
                .formatted(folder, KEY));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "/open/image/upload/sample.jpg 200",
        "/open/image/upload/s--xxxxxxxx--/sample.jpg 200",
        "/open/image/authenticated/sample.jpg 401",
        "/open/image/authenticated/s--xxxxxxxx--/sample.jpg 200",
        "/keys/image/upload/s--v2fTPYTu--/sample.jpg 200",
        "/keys/image/upload/s--2hbrSMPO--/sample.jpg 200",
        "/keys/image/upload/s--2hbrSMPOjj5BJ4xV7SgFbRDevFaQNUFf--/v7/sample.jpg 200",
        "/keys/image/upload/s--v2fTPYTx--/sample.jpg 401",
        "/keys/image/upload/s--v2fTPYTu--/w_10/sample.jpg 401",
        "/keys/image/authenticated/sample.jpg 401",
        "/keys/image/authenticated/w_10/sample.jpg 401",
        "/keys/image/authenticated/s--v2fTPYTu--/sample.jpg 200",
        "/keys/image/private/sample.jpg 401",
        "/keys/image/private/w_10/sample.jpg 200",
        "/keys/image/private/fl_original,w_10/sample.jpg 401",
        "/keys/tr:w-9/image/upload/sample.jpg 200",
        "/keys/tr:w-9/image/authenticated/sample.jpg 401",
        "/keys/tr:orig-true/image/authenticated/sample.jpg 401",
        "/keys/tr:w-9/image//authenticated/sample.jpg 401",
        "/keys/tr:w-9/image%2Fauthenticated/sample.jpg 401",
        "/keys/image/authenticated/sample.jpg?tr=w-9 401",
        "/keys/tr:l-image,i-image@@authenticated@@sample.jpg,l-end/image/upload/sample.jpg 401",
        "/keys/tr:w-9,di-image@@authenticated@@sample.jpg/image/upload/none.jpg 401",
        "/keys/tr:w-9/image/private/sample.jpg 200",
        "/keys/tr:orig-true/image/private/sample.jpg 401",
        "/tokens/image/authenticated/s--xxxxxxxx--/sample.jpg 401",
        "/strict/image/upload/sample.jpg 200",
        "/strict/image/upload/w_10/sample.jpg 401",
        "/strict/image/upload/t_card/sample.jpg 200",
        "/strict/image/upload/f_png,c_fill,h_10,w_20/sample.jpg 200",
        "/strict/image/upload/c_fill,h_10,w_21/sample.jpg 401",
        "/listed/image/upload/t_card/sample.jpg 200",
        "/listed/image/upload/w_20,c_fill,h_10/sample.jpg 200",
        "/listed/image/upload/w_10/sample.jpg 401",
      })
  void asksForProof(String path, int status) {
    assertThat(gateway.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void takesTokensInQueryAndCookie() throws Exception {
    String path = "/keys/image/authenticated/w_11/sample.jpg";
    String token = token("exp=" + (Instant.now().getEpochSecond() + 600) + "~acl=%2fimage%2f*");

    HttpResponse<byte[]> query = gateway.get(path + "?__cld_token__=" + token);
    HttpResponse<byte[]> cookie = gateway.get(path, "Cookie", "a=b; __cld_token__=" + token);

    assertThat(query.statusCode()).isEqualTo(200);
    assertThat(query.headers().firstValue("cache-control").orElse(""))
        .matches("public, max-age=(600|5[0-9]{2})");
    assertThat(cookie.statusCode()).isEqualTo(200);
    assertThat(cookie.headers().firstValue("cache-control").orElse(""))
        .matches("private, max-age=(600|5[0-9]{2})");
    assertThat(gateway.get(path).statusCode()).as("kept by now").isEqualTo(401);
  }

  @Test
  void refusesTokensThatAreOverOrForOthers() throws Exception {
    String path = "/keys/image/authenticated/w_12/sample.jpg?__cld_token__=";
    long now = Instant.now().getEpochSecond();

    assertThat(gateway.get(path + token("exp=" + (now - 5) + "~acl=%2fimage%2f*")).statusCode())
        .isEqualTo(401);
    assertThat(gateway.get(path + token("exp=" + (now + 99) + "~acl=%2fvideo%2f*")).statusCode())
        .isEqualTo(401);
    assertThat(gateway.get(path + "exp=1").statusCode()).isEqualTo(401);
    assertThat(gateway.get("/keys/image/upload/w_12/sample.jpg?__cld_token__=x").statusCode())
        .isEqualTo(200);
  }

  @Test
  void countsWhatItCannotCheck() throws Exception {
    gateway.get("/open/image/upload/s--xxxxxxxx--/w_13/sample.jpg");

    assertThat(gateway.management("/metrics"))
        .contains("tintype_unverified_signatures_total{endpoint=\"open\"}");
  }

  private static String token(String signed) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(KEY), "HmacSHA256"));
    byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return signed + "~hmac=" + HexFormat.of().formatHex(hash);
  }
}
