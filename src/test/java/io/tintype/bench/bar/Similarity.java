package io.tintype.bench.bar;

import io.tintype.bench.server.Visit;
import io.tintype.testing.Ssim;
import io.tintype.vips.Decoded;
import java.net.http.HttpResponse;
import java.util.Map;

/** How alike two answers look. */
final class Similarity {
  private static final Map<String, String> LOADERS =
      Map.of(
          "image/jpeg", "jpegload_buffer",
          "image/png", "pngload_buffer",
          "image/webp", "webpload_buffer",
          "image/avif", "heifload_buffer");

  private Similarity() {}

  /** SSIM of luma; 1 = equal. */
  static double of(HttpResponse<byte[]> one, HttpResponse<byte[]> other) {
    return Ssim.of(decoded(one), decoded(other));
  }

  /** SSIM of the luma of what two URLs answer. */
  static double of(String one, String other) {
    return of(Visit.of(one), Visit.of(other));
  }

  private static Decoded decoded(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("content-type").orElse("");
    return Decoded.of(answer.body(), LOADERS.get(type));
  }
}
