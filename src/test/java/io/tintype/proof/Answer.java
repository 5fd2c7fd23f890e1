package io.tintype.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Reads what the gateway delivers. */
final class Answer {
  /** In metres. */
  private static final double INCH = 0.0254;

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

  /** What a PNG says of its density. */
  static long dotsPerInch(byte[] png) {
    int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
    assertThat(chunk).isPositive();
    return Math.round(ByteBuffer.wrap(png).getInt(chunk + 4) * INCH);
  }

  /** What is wrong; empty if nothing is. */
  static String text(HttpResponse<byte[]> response) {
    return response.statusCode() == 200 ? "" : new String(response.body(), StandardCharsets.UTF_8);
  }
}
