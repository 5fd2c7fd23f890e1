package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Effects: {@code e_<name>[:<arguments>]}. */
final class EffectParams {
  /** Readers of what stands behind the name and its colon. */
  static final Map<String, ValueReader<Effect>> BY_NAME = all();

  /** What needs a model that makes pictures up, or finds things in them. */
  static final Set<String> GENERATIVE =
      Set.of(
          "background_removal",
          "bgremoval",
          "extract",
          "gen_remove",
          "gen_replace",
          "gen_recolor",
          "gen_restore",
          "gen_background_replace",
          "enhance",
          "auto_enhance",
          "camera",
          "light",
          "swap_image",
          "style_transfer",
          "viesus_correct",
          "upscale",
          "dropshadow",
          "pixelate_faces",
          "blur_faces",
          "redeye",
          "adv_redeye",
          "vectorize");

  static final String NEEDS_GENERATIVE = "needs a generative model";
  private static final String GENERATIVE_PREFIX = "gen_";

  static final Set<String> MOVING =
      Set.of(
          "accelerate",
          "boomerang",
          "deshake",
          "fade",
          "noise",
          "preview",
          "progressbar",
          "reverse",
          "transition",
          "volume",
          "zoompan",
          "loop");

  /** To leave these out would show what somebody wants hidden. */
  private static final Set<String> HIDING = Set.of("pixelate_faces", "blur_faces");

  static final List<Param<ComponentDraft>> ALL =
      List.of(
          Param.named("e")
              .taking(
                  new ValueReader<>("an effect with arguments in their ranges", EffectParams::read))
              .sets(ComponentDraft::effect));

  private EffectParams() {}

  /** Whether a parameter hides faces, which nobody finds here. */
  static boolean hides(Parameter parameter) {
    return parameter.key().equals("e") && HIDING.contains(parameter.value().split(":", 2)[0]);
  }

  private static Map<String, ValueReader<Effect>> all() {
    Map<String, ValueReader<Effect>> readers = new HashMap<>();
    readers.putAll(ToneEffects.ALL);
    readers.putAll(ColorEffects.ALL);
    readers.putAll(ShapeEffects.ALL);
    return Map.copyOf(readers);
  }

  private static Reading<Effect> read(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    ValueReader<Effect> reader = BY_NAME.get(name);
    if (reader != null) {
      return reader.read(colon < 0 ? "" : text.substring(colon + 1));
    }
    if (name.startsWith(GENERATIVE_PREFIX)) {
      return new Reading.Unsupported<>(NEEDS_GENERATIVE);
    }
    if (GENERATIVE.contains(name)) {
      return new Reading.Unsupported<>("needs a model that makes or finds things");
    }
    return new Reading.Unsupported<>(
        MOVING.contains(name) ? "is an effect of videos" : ValueReader.NOT_YET);
  }
}
