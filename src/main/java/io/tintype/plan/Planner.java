package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Transformation;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes a transformation and the header of a source into a plan: every size, offset and format is
 * decided and every limit checked before anything is transformed. Geometry happens in the picture
 * as it is meant to be seen, after its EXIF orientation; all frames of an animation share it.
 */
public final class Planner {
  private final Encoders encoders;
  private final LoadShrink loadShrink;

  /** For an image library that writes every format we know how to write. */
  public Planner() {
    this(EnumSet.allOf(ImageFormat.class));
  }

  /**
   * For an image library that may lack an encoder.
   *
   * @param writable what it writes
   */
  public Planner(Set<ImageFormat> writable) {
    this(writable, EncodingPace.INSTANT, LoadShrink.USUAL);
  }

  /**
   * For an image library that may lack an encoder, on a machine that takes its time.
   *
   * @param writable what it writes
   * @param pace how long that takes
   * @param loadShrink how far it may shrink while it decodes
   */
  public Planner(Set<ImageFormat> writable, EncodingPace pace, LoadShrink loadShrink) {
    this.encoders = new Encoders(writable, pace);
    this.loadShrink = loadShrink;
  }

  /**
   * Plans one rendering.
   *
   * @param probe asked for what the chain depends on and only pixels can tell
   * @throws FaultException {@link Fault.LimitExceeded} if the source, a layer or a result is too
   *     large, {@link Fault.InvalidArgument} if a region lies outside the picture, {@link
   *     Fault.UnknownParameter} if something is not possible here and the endpoint is strict,
   *     {@link Fault.UnsupportedOutput} if the result cannot be written as it has to be
   */
  public RenderPlan plan(
      SourceHeader source,
      Transformation transformation,
      Accepts accepts,
      OutputRules rules,
      Limits limits,
      Probe probe) {
    SourceHeader header = transformation.asStored() ? source.asStored() : source;
    boolean moves =
        header.frames() > 1 && header.format().animates() && transformation.page().isEmpty();
    boolean animated =
        moves && FormatNegotiator.keepsAnimation(header, transformation.output().format());
    int frames = animated ? header.frames() : 1;
    boolean drawn = header.format() == ImageFormat.SVG;
    if (!drawn) {
      checkSource(header, frames, limits);
    }
    Census.of(transformation.steps()).check(limits);

    Shortfall shortfall = new Shortfall(rules.strict());
    Surroundings surroundings = new Surroundings(limits, loadShrink, probe, shortfall);
    Draft draft = Draft.ofSource(header, frames, surroundings);
    StepPlanner chain = new StepPlanner(draft, surroundings, !moves);
    chain.plan(transformation.steps());
    if (drawn) {
      Size natural = new Size(header.width(), header.height());
      checkDrawn(LoadShrink.loaded(header.format(), natural, draft.shrink()), limits);
    }
    Output output = transformation.output().overriddenBy(chain.output());
    OutputPlanner.Decision decision =
        new OutputPlanner(source, accepts, rules, encoders)
            .decide(output, transformation.page().isEmpty(), draft, frames);
    return new RenderPlan(
        transformation.page(),
        draft.shrink(),
        frames,
        draft.steps(),
        decision.product(),
        (int) draft.size().width(),
        (int) draft.size().height(),
        Stream.concat(shortfall.wishes().stream(), decision.unmet().stream()).toList());
  }

  /**
   * Refuses what is too large to be decoded.
   *
   * @param frames how many are decoded
   */
  static void checkSource(SourceHeader header, int frames, Limits limits) {
    if (header.width() < 1 || header.height() < 1) {
      throw new FaultException(new Fault.CorruptSource());
    }
    if (frames > limits.frames()) {
      throw exceeded(
          "frames",
          "The source has %d frames, more than the %d allowed.".formatted(frames, limits.frames()));
    }
    long pixels = new Size(header.width(), header.height()).pixels();
    if (pixels > limits.sourcePixels() / frames) {
      throw exceeded(
          "sourcePixels",
          "The source has %dx%d pixels%s, more than the %d pixels allowed."
              .formatted(header.width(), header.height(), inFrames(frames), limits.sourcePixels()));
    }
  }

  /** A document may have any size; what counts is the one that it is drawn in. */
  private static void checkDrawn(Size size, Limits limits) {
    if (size.pixels() > limits.sourcePixels()) {
      throw exceeded(
          "sourcePixels",
          "The source would be drawn with %dx%d pixels, more than the %d pixels allowed."
              .formatted(size.width(), size.height(), limits.sourcePixels()));
    }
  }

  /** How a sentence about a size goes on. */
  static String inFrames(int frames) {
    return frames == 1 ? "" : " in each of %d frames".formatted(frames);
  }

  private static FaultException exceeded(String limit, String message) {
    return new FaultException(new Fault.LimitExceeded(limit, message));
  }
}
