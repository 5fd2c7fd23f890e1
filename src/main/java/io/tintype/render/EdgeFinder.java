package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.Region;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what is left of a picture without the edges that look like its top-left pixel, in colour or
 * in opacity, as sharp does. Computes at once; to be able to stop it, arm the picture before.
 */
final class EdgeFinder {
  /** Side of the window of the median that libvips takes first; smaller pictures have no edges. */
  private static final int MEDIAN = 3;

  private EdgeFinder() {}

  /**
   * The region to keep; the whole picture if nothing differs.
   *
   * @param picture 8-bit, one frame
   * @param tolerance how different a pixel may be, 1 to 99 of 255
   */
  static Region region(VipsImage picture, int tolerance) {
    return region(List.of(picture), tolerance);
  }

  /** The region to keep of pictures of one size: whatever is needed in any of them. */
  static Region region(List<VipsImage> frames, int tolerance) {
    VipsImage first = frames.getFirst();
    return frames.stream()
        .flatMap(frame -> regions(frame.inMemory(), tolerance))
        .reduce(EdgeFinder::union)
        .orElse(new Region(0, 0, first.width(), first.height()));
  }

  /** The region to keep of pictures of one size, if their edges are of this colour or clear. */
  static Region region(List<VipsImage> frames, int tolerance, Color edges) {
    VipsImage first = frames.getFirst();
    return frames.stream()
        .map(frame -> Canvases.filled(frame, edges).toColorSpace(ColorSpace.RGB).inMemory())
        .flatMap(frame -> find(frame, tolerance, edges.red(), edges.green(), edges.blue()).stream())
        .reduce(EdgeFinder::union)
        .orElse(new Region(0, 0, first.width(), first.height()));
  }

  private static Stream<Region> regions(VipsImage frame, int tolerance) {
    double[] background = firstPixel(frame.colors());
    Stream<Region> byColor = find(frame, tolerance, background).stream();
    if (!frame.hasAlpha()) {
      return byColor;
    }
    VipsImage alpha = frame.alpha();
    return Stream.concat(byColor, find(alpha, tolerance, firstPixel(alpha)).stream());
  }

  private static Optional<Region> find(VipsImage image, int tolerance, double... background) {
    if (Math.min(image.width(), image.height()) < MEDIAN) {
      return Optional.empty();
    }
    int[] box =
        image
            .operation("find_trim")
            .number("threshold", tolerance)
            .numbers("background", background)
            .toIntegers("left", "top", "width", "height");
    return box[2] > 0 && box[3] > 0
        ? Optional.of(new Region(box[0], box[1], box[2], box[3]))
        : Optional.empty();
  }

  private static double[] firstPixel(VipsImage image) {
    byte[] pixel = image.extract(0, 0, 1, 1).toPixels();
    double[] samples = new double[pixel.length];
    for (int band = 0; band < samples.length; band++) {
      samples[band] = Byte.toUnsignedInt(pixel[band]);
    }
    return samples;
  }

  private static Region union(Region one, Region other) {
    int left = Math.min(one.left(), other.left());
    int top = Math.min(one.top(), other.top());
    int right = Math.max(one.left() + one.width(), other.left() + other.width());
    int bottom = Math.max(one.top() + one.height(), other.top() + other.height());
    return new Region(left, top, right - left, bottom - top);
  }
}
