package io.tintype.routing;

import io.tintype.model.FormatChoice;
import io.tintype.model.Output;
import io.tintype.model.Transformation;

/** What a transformation may come to, whichever branches are taken. */
final class Wishes {
  private Wishes() {}

  /** Whether it wishes for anything but the source as it is. */
  static boolean any(Transformation transformation) {
    return transformation.page().isPresent()
        || !transformation.steps().isEmpty()
        || isNamed(transformation.output().format())
        || !withoutFormat(transformation.output()).equals(Output.DEFAULT);
  }

  /** Whether it says in so many words what the result is. */
  static boolean isNamed(FormatChoice format) {
    return switch (format) {
      case FormatChoice.Exactly _, FormatChoice.Special _, FormatChoice.Placeholder _ -> true;
      case FormatChoice.JpegIfOpaque(var otherwise) -> isNamed(otherwise);
      case FormatChoice.Automatic _, FormatChoice.OfSource _ -> false;
    };
  }

  private static Output withoutFormat(Output output) {
    return new Output(
        Output.DEFAULT.wish(),
        output.quality(),
        output.progressive(),
        output.lossless(),
        output.metadata(),
        output.density());
  }
}
