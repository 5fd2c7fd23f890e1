package io.tintype.render;

import io.tintype.bytes.NettyBuffers;
import io.tintype.model.FormatChoice;
import io.tintype.model.Medium;
import io.tintype.placeholder.BlurHash;
import io.tintype.placeholder.ThumbHash;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes the text that a page shows in place of a picture until it is there. */
final class PlaceholderText {
  private PlaceholderText() {}

  /**
   * Makes it.
   *
   * @param picture of at most {@value ThumbHash#MAX_SIDE} pixels a side, and opaque for a BlurHash
   */
  static Encoded of(VipsImage picture, FormatChoice.Kind kind) {
    VipsImage rgb =
        picture.colorSpace() == ColorSpace.RGB ? picture : picture.toColorSpace(ColorSpace.RGB);
    String text =
        switch (kind) {
          case THUMBHASH -> thumbHash(rgb.hasAlpha() ? rgb : rgb.addAlpha());
          case BLURHASH ->
              BlurHash.encode(
                  BlurHash.COMPONENTS_X,
                  BlurHash.COMPONENTS_Y,
                  rgb.width(),
                  rgb.height(),
                  rgb.toPixels());
        };
    return new Encoded(
        NettyBuffers.copyOf(text.getBytes(StandardCharsets.US_ASCII)),
        new Medium.Placeholder(kind));
  }

  private static String thumbHash(VipsImage rgba) {
    byte[] hash = ThumbHash.encode(rgba.width(), rgba.height(), rgba.toPixels());
    return Base64.getEncoder().encodeToString(hash);
  }
}
