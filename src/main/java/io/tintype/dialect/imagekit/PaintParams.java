package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import java.util.List;
import java.util.regex.Pattern;

/** Rotation, and the colour behind the picture. */
final class PaintParams {
  private static final Pattern COMPUTED_BACKGROUND =
      Pattern.compile("(?:blurred|dominant|gradient_dominant|genfill)(?:[_-].*)?");

  static final List<Param<StepDraft>> ALL =
      List.of(
          Param.named("rt")
              // The orientation of the source is always applied: auto asks for nothing more.
              .taking(ImageKitValues.degrees().reading("auto", 0.0))
              .sets(StepDraft::degrees),
          Param.named("bg")
              .taking(
                  ImageKitValues.color()
                      .notYet(text -> COMPUTED_BACKGROUND.matcher(text).matches()))
              .sets(StepDraft::background));

  private PaintParams() {}
}
