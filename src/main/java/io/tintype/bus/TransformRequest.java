package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import java.util.Map;

/**
 * Asks the transform stage for a picture.
 *
 * @param source the encoded source; the stage takes a reference of its own
 * @param format what the first bytes of the source say it is
 * @param ingredients what the transformation names besides its source; the stage takes references
 *     of its own
 * @param transformation what to do with it
 * @param accepts what the client takes
 * @param rules what the endpoint decides about encoding
 * @param limits what it may cost
 */
public record TransformRequest(
    RequestScope scope,
    Deadline deadline,
    String requestId,
    ImageBytes source,
    ImageFormat format,
    Map<SourceRef, Ingredient> ingredients,
    Transformation transformation,
    Accepts accepts,
    OutputRules rules,
    Limits limits)
    implements StageMessage {
  public TransformRequest {
    ingredients = Map.copyOf(ingredients);
  }
}
