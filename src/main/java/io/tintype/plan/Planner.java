package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.FormatNegotiator.Choice;
import io.tintype.plan.FormatNegotiator.Content;
import java.util.EnumSet;
import java.util.Set;

/**
 * Makes a transformation and the header of a source into a plan: every size, offset and format is
 * decided and every limit checked before a pixel is decoded. Geometry happens in the picture as it
 * is meant to be seen, after its EXIF orientation; all frames of an animation share it.
 */
public final class Planner {
  private final Set<ImageFormat> writable;

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
    this.writable = Set.copyOf(writable);
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
    Content content = new Content(draft.size(), draft.alpha(), frames > 1);
    Choice choice =
        new FormatNegotiator(header, content, accepts, rules, writable).choose(output.format());
    if (!choice.format().carriesAlpha()) {
      draft.flatten(Color.BLACK);
    }
    return new RenderPlan(
        transformation.page(),
        draft.shrink(),
        frames,
        draft.steps(),
        new RenderPlan.Encode(choice.format(), quality(header, output, rules)),
        (int) draft.size().width(),
        (int) draft.size().height(),
        choice.unmet());
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

  /** The default only lowers: what a source has lost does not come back with more bytes. */
  private static int quality(SourceHeader header, Output output, OutputRules rules) {
    if (output.quality().isPresent()) {
      return output.quality().getAsInt();
    }
    boolean lossySource = header.format() == ImageFormat.JPEG && header.quality().isPresent();
    return lossySource ? Math.min(rules.quality(), header.quality().getAsInt()) : rules.quality();
  }
}
