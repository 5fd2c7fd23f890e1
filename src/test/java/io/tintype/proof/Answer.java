package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Reads what the gateway delivers. */
final class Answer {
  private Answer() {}

  /** A PNG. */
  static Sheet picture(HttpResponse<byte[]> response) {
    assertThat(response.headers().firstValue("Content-Type")).contains("image/png");
    try {
      return Sheet.of(ImageIO.read(new ByteArrayInputStream(response.body())));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What is wrong; empty if nothing is. */
  static String text(HttpResponse<byte[]> response) {
    return response.statusCode() == 200 ? "" : new String(response.body(), StandardCharsets.UTF_8);
  }
}
