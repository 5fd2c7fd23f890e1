package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import java.util.List;
import java.util.stream.Stream;

/** What ImageKit has and we report until we have it, and what ImageKit has given up. */
final class OtherParams {
  private static final String EFFECTS =
      "bl t b r o fl z cr e-grayscale e-contrast e-sharpen e-usm e-shadow e-gradient e-distort"
          + " e-colorize";
  private static final String OUTPUT = "pr lo cp md dn pg c2pa";
  private static final String GENERATIVE =
      "e-bgremove e-removedotbg e-changebg e-edit e-genvar e-retouch e-upscale e-dropshadow";
  private static final String VIDEO = "vc ac so eo du sr";
  private static final String BLOCKS = "l if";

  /** Overlays before layers; the service answers them with 400 since November 2023. */
  private static final String OLD_OVERLAYS =
      "oi ow oh oiar oic oicm oifo oix oiy oixc oiyc oib oibg oidpr oiq oit ox oy ofo ot ote otw"
          + " ots otf otc otia otp ott otbg or oa obg";

  static final List<Param<StepDraft>> LATER =
      Stream.of(EFFECTS, OUTPUT, GENERATIVE, VIDEO, BLOCKS)
          .flatMap(OtherParams::words)
          .map(name -> Param.named(name).<StepDraft>later())
          .toList();

  static final List<Param<StepDraft>> REMOVED =
      words(OLD_OVERLAYS).map(name -> Param.named(name).<StepDraft>removed()).toList();

  private OtherParams() {}

  private static Stream<String> words(String text) {
    return Stream.of(text.split(" ", -1));
  }
}
