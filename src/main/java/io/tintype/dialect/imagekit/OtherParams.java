package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import java.util.List;
import java.util.stream.Stream;

/** What ImageKit has and we do not, and what ImageKit has given up. */
final class OtherParams {
  private static final String GENERATIVE =
      "e-bgremove e-removedotbg e-changebg e-edit e-genvar e-retouch e-upscale e-dropshadow";
  private static final String VIDEO = "vc ac so eo du sr fol fsh";

  static final List<Param<StepDraft>> REPORTED =
      Stream.of(
              reported(GENERATIVE, Reasons.GENERATIVE),
              reported(VIDEO, Reasons.VIDEO),
              reported("c2pa", "is not supported: content credentials are not kept"))
          .flatMap(params -> params)
          .toList();

  /** Overlays before layers; the service answers them with 400 since November 2023. */
  static final List<Param<StepDraft>> REMOVED =
      LegacyOverlays.KEYS.stream().map(name -> Param.named(name).<StepDraft>removed()).toList();

  private OtherParams() {}

  private static Stream<Param<StepDraft>> reported(String names, String reason) {
    return words(names).map(name -> Param.named(name).reported(reason));
  }

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ", -1));
  }
}
