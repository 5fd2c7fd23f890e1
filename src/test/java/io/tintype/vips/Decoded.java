package io.tintype.vips;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.vips.jna.LibVips;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * An encoded picture, decoded for a test: pixels as sRGB with as many bands as it has, frames one
 * below the other.
 */
public record Decoded(
    int width,
    int height,
    int bands,
    ByteBuffer pixels,
    int frames,
    List<Integer> delays,
    OptionalInt loop,
    boolean profile,
    boolean exif,
    int orientation) {
  public static Decoded of(byte[] encoded, String loader) {
    try (ImageBytes bytes = NettyBuffers.copyOf(encoded)) {
      return of(bytes, loader);
    }
  }

  public static Decoded of(ImageBytes encoded, String loader) {
    try (VipsScope scope = TestVips.open().openScope()) {
      Operation operation = scope.operation(loader).bytes("buffer", encoded);
      if (loader.startsWith("gif") || loader.startsWith("webp")) {
        operation.integer("n", -1);
      }
      VipsImage image = operation.toImage();
      VipsImage rgb = image.toColorSpace(ColorSpace.RGB).inMemory();
      long size = (long) rgb.width() * rgb.height() * rgb.bands();
      byte[] pixels =
          MemorySegment.ofAddress(LibVips.vips_image_get_data(rgb.address()))
              .reinterpret(size)
              .toArray(ValueLayout.JAVA_BYTE);
      return new Decoded(
          image.width(),
          image.height(),
          rgb.bands(),
          ByteBuffer.wrap(pixels),
          image.fields().integer("n-pages").orElse(1),
          Arrays.stream(image.fields().integers("delay")).boxed().toList(),
          image.fields().integer("loop"),
          image.fields().has("icc-profile-data"),
          image.fields().has("exif-data"),
          image.orientation());
    }
  }

  /** One sample, 0 to 255. */
  public int at(int x, int y, int band) {
    return pixels.get((y * width + x) * bands + band) & 0xff;
  }

  /** A pixel as {@code #rrggbb} or {@code #rrggbbaa}. */
  public String color(int x, int y) {
    StringBuilder text = new StringBuilder("#");
    for (int band = 0; band < bands; band++) {
      text.append("%02x".formatted(at(x, y, band)));
    }
    return text.toString();
  }

  /** Whether a pixel is about this colour. */
  public boolean isAbout(int x, int y, int tolerance, int... color) {
    for (int band = 0; band < color.length; band++) {
      if (Math.abs(at(x, y, band) - color[band]) > tolerance) {
        return false;
      }
    }
    return true;
  }

  /** Luma of every pixel as it is seen on black. */
  public double[] luma() {
    double[] luma = new double[width * height];
    for (int i = 0; i < luma.length; i++) {
      int at = i * bands;
      double opacity = bands == 4 ? (pixels.get(at + 3) & 0xff) / 255.0 : 1;
      luma[i] =
          opacity
              * (0.299 * (pixels.get(at) & 0xff)
                  + 0.587 * (pixels.get(at + 1) & 0xff)
                  + 0.114 * (pixels.get(at + 2) & 0xff));
    }
    return luma;
  }
}
