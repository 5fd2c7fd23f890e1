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
        || FormatChoice.isNamed(transformation.output().format())
        || !besidesColors(transformation.output()).equals(Output.DEFAULT);
  }

  /** A colour behind the picture is no wish of its own: the source as it is needs none. */
  private static Output besidesColors(Output output) {
    return output.in(Output.DEFAULT.wish()).on(Output.DEFAULT.matte());
  }
}
