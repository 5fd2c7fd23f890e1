package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.model.ImageFormat;
import io.tintype.model.Medium;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.Probe;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.plan.Writing;
import io.tintype.sniff.Sniffer;
import io.tintype.testing.Corpus;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** One rendering of a test, with a plan written by hand. */
final class Rendering {
  private final byte[] source;
  private final List<PlannedStep> steps = new ArrayList<>();
  private ImageFormat output = ImageFormat.PNG;
  private RenderPlan.Product product = new RenderPlan.Encode(output, 80);
  private int shrink = 1;
  private boolean still;
  private boolean moving;

  private Rendering(byte[] source) {
    this.source = source;
  }

  static Rendering of(String corpusFile) {
    return new Rendering(Corpus.read(corpusFile));
  }

  static Rendering of(byte[] source) {
    return new Rendering(source);
  }

  Rendering step(PlannedStep step) {
    steps.add(step);
    return this;
  }

  Rendering to(ImageFormat format) {
    return to(format, Writing.plain(80));
  }

  Rendering to(ImageFormat format, Writing writing) {
    return to(new RenderPlan.Encode(List.of(format), writing, false, false));
  }

  Rendering to(RenderPlan.Product wanted) {
    product = wanted;
    if (wanted instanceof RenderPlan.Encode encode) {
      output = encode.format();
    }
    return this;
  }

  Rendering quality(int wanted) {
    return to(output, Writing.plain(wanted));
  }

  Rendering shrink(int factor) {
    shrink = factor;
    return this;
  }

  /** Keeps all frames, also in a format that only some results do so in. */
  Rendering moving() {
    moving = true;
    return this;
  }

  Rendering still() {
    still = true;
    return this;
  }

  Decoded decoded() {
    try (ImageBytes result = bytes()) {
      return Decoded.of(result, loader(output));
    }
  }

  byte[] encoded() {
    try (ImageBytes result = bytes()) {
      return NettyBuffers.view(result).getBytes();
    }
  }

  /** What came out as; the bytes are given back. */
  Medium medium() {
    RenderedImage image = rendered();
    image.bytes().close();
    return image.medium();
  }

  private ImageBytes bytes() {
    return rendered().bytes();
  }

  private RenderedImage rendered() {
    try (ImageBytes bytes = NettyBuffers.copyOf(source)) {
      return new Renderer(TestVips.open()).render(job(bytes));
    }
  }

  /** The header as the renderer sees it, and everything else by hand. */
  private RenderPlan plan(SourceHeader header, Probe probe) {
    int frames = moving || (output.animates() && !still) ? header.frames() : 1;
    return new RenderPlan(OptionalInt.empty(), shrink, frames, steps, product, 1, 1, List.of());
  }

  RenderJob job(ImageBytes bytes) {
    ImageFormat format =
        Sniffer.formatOf(Arrays.copyOf(source, Math.min(source.length, Sniffer.ENOUGH)))
            .orElseThrow();
    return new RenderJob(
        new RenderSource(bytes, format, OptionalInt.empty()),
        new EmptyLarder(),
        this::plan,
        () -> {},
        new Brake());
  }

  static String loader(ImageFormat format) {
    return switch (format) {
      case JPEG -> "jpegload_buffer";
      case PNG -> "pngload_buffer";
      case WEBP -> "webpload_buffer";
      case AVIF -> "heifload_buffer";
      case GIF -> "gifload_buffer";
      case TIFF -> "tiffload_buffer";
      default -> throw new IllegalArgumentException(format.name());
    };
  }
}
