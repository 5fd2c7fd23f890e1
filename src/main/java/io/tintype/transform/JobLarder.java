package io.tintype.transform;

import io.tintype.bus.Ingredient;
import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import io.tintype.render.Larder;
import io.tintype.render.RenderSource;
import io.tintype.sniff.Preview;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came with a request besides its source.
 *
 * @param limits of pictures that are about to be decoded; empty = only their headers are looked at
 */
record JobLarder(Map<SourceRef, Ingredient> ingredients, Optional<Limits> limits)
    implements Larder {
  @Override
  public RenderSource picture(SourceRef source) {
    return switch (ingredients.get(source)) {
      case Ingredient.Picture(var bytes, var format, var focus) -> {
        Preview preview = look(format, bytes);
        yield new RenderSource(bytes, format, preview.quality(), OptionalInt.empty(), focus);
      }
      case Ingredient.Missing(var why) -> throw new FaultException(why);
      case Ingredient.Font _ ->
          throw unavailable(new Fault.UnsupportedSource("A font is no picture."));
      case null -> throw unavailable(new Fault.SourceNotFound());
    };
  }

  private Preview look(ImageFormat format, ImageBytes bytes) {
    try {
      return limits
          .map(most -> SourceCheck.pass(format, bytes, OptionalInt.empty(), most))
          .orElseGet(() -> SourceCheck.header(format, bytes, OptionalInt.empty()));
    } catch (FaultException refused) {
      throw unavailable(refused.fault());
    }
  }

  @Override
  public Optional<ImageBytes> font(SourceRef source) {
    return ingredients.get(source) instanceof Ingredient.Font(var bytes)
        ? Optional.of(bytes)
        : Optional.empty();
  }

  private static FaultException unavailable(Fault why) {
    return new FaultException(new Fault.LayerUnavailable(why));
  }
}
