package io.tintype.plan;

import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A transformation resolved to integers for one source. Nothing in it needs a decision any more.
 *
 * @param page the only frame that is loaded, from 1; empty = the first, or all of them
 * @param shrink factor by which the decoder shrinks while it loads: 1, 2, 4 or 8 for a JPEG, any
 *     from 1 for a WebP, any above 0 for an SVG; the steps count on the size as if nothing had been
 *     shrunk (the first {@link PlannedStep.Scale} or {@link PlannedStep.BlurredCanvas} says where
 *     to arrive)
 * @param frames how many frames are loaded, transformed and written; 1 for a still picture
 * @param steps in order; the first one to resample comes before every cut of its wish
 * @param product what is made of the pixels
 * @param width width of the result
 * @param height height of one frame of the result
 * @param unmet wishes that cannot be met for this source, as the URL would name them ({@code
 *     f-gif}, {@code fo-face})
 */
public record RenderPlan(
    OptionalInt page,
    double shrink,
    int frames,
    List<PlannedStep> steps,
    Product product,
    int width,
    int height,
    List<String> unmet) {
  public RenderPlan {
    steps = List.copyOf(steps);
    unmet = List.copyOf(unmet);
  }

  /** What is made of the pixels. */
  public sealed interface Product {}

  /**
   * An encoded picture.
   *
   * @param formats {@linkplain ImageFormat#encodable() encodable} formats, at least one; the
   *     smallest result is delivered, the first of equally small ones
   * @param writing how to write it
   * @param aim what decides about the quality of a lossy format instead; empty = nothing
   * @param provisional whether an AVIF would have been better, but would take too long
   * @param originalWillDo whether the source itself may be delivered if it is smaller: nothing is
   *     done to it, and it is of the one format
   */
  public record Encode(
      List<ImageFormat> formats,
      Writing writing,
      Optional<QualityAim> aim,
      boolean provisional,
      boolean originalWillDo)
      implements Product {
    public Encode {
      formats = List.copyOf(formats);
      if (formats.isEmpty()) {
        throw new IllegalArgumentException("no format");
      }
    }

    /** Of a fixed quality. */
    public Encode(
        List<ImageFormat> formats, Writing writing, boolean provisional, boolean originalWillDo) {
      this(formats, writing, Optional.empty(), provisional, originalWillDo);
    }

    /** In one format, plainly. */
    public Encode(ImageFormat format, int quality) {
      this(List.of(format), Writing.plain(quality), false, false);
    }

    /** The first of the formats. */
    public ImageFormat format() {
      return formats.getFirst();
    }

    /** Quality of the lossy formats, 1 to 100. */
    public int quality() {
      return writing.quality();
    }
  }

  /** A text that stands for the picture; its pixels are few enough for it. */
  public record Placeholder(FormatChoice.Kind kind) implements Product {}
}
