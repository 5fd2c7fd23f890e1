package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes a transformation and the header of a source into a plan: every size, offset and format is
 * decided and every limit checked before a pixel is decoded. Geometry happens in the picture as it
 * is meant to be seen, after its EXIF orientation; all frames of an animation share it.
 */
public final class Planner {
  private final Encoders encoders;

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
    this(writable, EncodingPace.INSTANT);
  }

  /**
   * For an image library that may lack an encoder, on a machine that takes its time.
   *
   * @param writable what it writes
   * @param pace how long that takes
   */
  public Planner(Set<ImageFormat> writable, EncodingPace pace) {
    this.encoders = new Encoders(writable, pace);
  }

  /**
   * Plans one rendering.
   *
   * @throws FaultException {@link Fault.LimitExceeded} if the source or a result is too large,
   *     {@link Fault.InvalidArgument} if a region lies outside the picture, {@link
   *     Fault.UnsupportedOutput} if the result cannot be written as it has to be
   */
  public RenderPlan plan(
      SourceHeader header,
      Transformation transformation,
      Accepts accepts,
      OutputRules rules,
      Limits limits,
      Probe probe) {
    Output output = transformation.output();
    int frames = FormatNegotiator.keepsAnimation(header, output.format()) ? header.frames() : 1;
    checkSource(header, frames, limits);
    checkSteps(transformation, limits);

    Draft draft = new Draft(header, frames, limits);
    StepPlanner steps = new StepPlanner(draft);
    for (Step step : transformation.steps()) {
      steps.plan(step);
    }
    OutputPlanner.Decision decision =
        new OutputPlanner(header, accepts, rules, encoders)
            .decide(output, transformation.page().isEmpty(), draft, frames);
    return new RenderPlan(
        transformation.page(),
        draft.shrink(),
        frames,
        draft.steps(),
        decision.product(),
        (int) draft.size().width(),
        (int) draft.size().height(),
        decision.unmet());
  }

  private static void checkSource(SourceHeader header, int frames, Limits limits) {
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

  private static void checkSteps(Transformation transformation, Limits limits) {
    int steps = transformation.steps().size();
    if (steps > limits.steps()) {
      throw exceeded(
          "steps",
          "The transformation has %d steps, more than the %d allowed."
              .formatted(steps, limits.steps()));
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
