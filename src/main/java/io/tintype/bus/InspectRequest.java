package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks the transform stage what can be said of a picture.
 *
 * @param source the encoded picture; the stage takes a reference of its own
 * @param format what its first bytes say it is
 * @param rules what the endpoint decides about encoding
 * @param limits what it may cost
 */
public record InspectRequest(
    RequestScope scope,
    Deadline deadline,
    String requestId,
    ImageBytes source,
    ImageFormat format,
    OutputRules rules,
    Limits limits)
    implements StageMessage {
  /** Sides in pixels of the small copy that is looked at, whatever the proportions. */
  public static final int SIDE = 32;

  private static final Transformation SMALL_AND_STILL =
      new Transformation(
          List.of(new Step.Resize(Fit.FORCE, Box.of(SIDE, SIDE), Gravity.CENTER)),
          new Output(new FormatChoice.Exactly(ImageFormat.PNG), OptionalInt.empty()));

  /** What the stage has to render for this, by which it is priced and planned like any other. */
  public TransformRequest smallCopy() {
    return new TransformRequest(
        scope,
        deadline,
        requestId,
        source,
        format,
        Optional.empty(),
        Map.of(),
        SMALL_AND_STILL,
        Accepts.NEITHER,
        rules,
        limits);
  }
}
