package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Param;
import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import io.tintype.model.Color;
import io.tintype.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Effects: {@code e_<name>[:<arguments>]}. */
final class EffectParams {
  private static final int STRONGEST = 2000;
  private static final int USUAL_STRENGTH = 100;
  private static final double HUNDRED = 100;
  private static final double MOST_BLURRED = 100;
  private static final int USUAL_TRIM = 10;
  private static final int MOST_TRIMMED = 99;
  private static final double MASK_THRESHOLD = 0.05;
  private static final int USUAL_TOLERANCE = 50;

  /** Readers of what stands behind the name and its colon. */
  private static final Map<String, ValueReader<Effect>> BY_NAME =
      Map.ofEntries(
          entry("grayscale", plain(new Step.Grayscale())),
          entry("blur", strength(level -> new Step.Blur(Math.min(MOST_BLURRED, level / HUNDRED)))),
          entry("sharpen", strength(level -> new Step.Sharpen(OptionalDouble.of(level / HUNDRED)))),
          entry(
              "unsharp_mask",
              strength(level -> new Step.UnsharpMask(0, level / HUNDRED, 1, MASK_THRESHOLD))),
          entry("trim", trim()),
          entry("replace_color", replaceColor()));

  /** What needs a model that makes pictures up, or finds things in them. */
  private static final Set<String> GENERATIVE =
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

  private static final Set<String> MOVING =
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

  static final List<Param<ComponentDraft>> ALL =
      List.of(
          Param.named("e")
              .taking(new ValueReader<>("the name of an effect", EffectParams::read))
              .sets(ComponentDraft::effect));

  private EffectParams() {}

  private static Reading<Effect> read(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    ValueReader<Effect> reader = BY_NAME.get(name);
    if (reader != null) {
      return reader.read(colon < 0 ? "" : text.substring(colon + 1));
    }
    if (GENERATIVE.contains(name)) {
      return new Reading.Unsupported<>("needs a model that makes or finds things");
    }
    return new Reading.Unsupported<>(
        MOVING.contains(name) ? "is an effect of videos" : ValueReader.NOT_YET);
  }

  private static ValueReader<Effect> plain(Step step) {
    return new ValueReader<>("no argument", _ -> new Reading.Value<>(_ -> List.of(step)));
  }

  private static ValueReader<Effect> strength(Function<Integer, Step> step) {
    return CloudinaryValues.level(1, STRONGEST, USUAL_STRENGTH)
        .map(level -> _ -> List.of(step.apply(level)));
  }

  /** Before the size; the colour, if one is given, is what the edges have. */
  private static ValueReader<Effect> trim() {
    return Values.of(
        "a tolerance from 0 to 100, and a colour",
        text -> {
          String[] words = text.split(":", 2);
          return words.length > 1
              ? Optional.empty()
              : value(CloudinaryValues.level(0, 100, USUAL_TRIM), words[0])
                  .map(
                      tolerance ->
                          new Early(new Step.Trim(Math.clamp(tolerance, 1, MOST_TRIMMED))));
        });
  }

  /** {@code <to>[:<tolerance>][:<from>]}. */
  private static ValueReader<Effect> replaceColor() {
    return Values.of(
        "a colour, a tolerance from 0 to 100 and a colour, with colons between",
        text -> {
          String[] words = text.split(":", -1);
          Optional<Color> to = paint(words[0]);
          Optional<Integer> tolerance =
              words.length > 1
                  ? value(Values.integer(0, USUAL_STRENGTH), words[1])
                  : Optional.of(USUAL_TOLERANCE);
          Optional<Color> from = words.length > 2 ? paint(words[2]) : Optional.empty();
          boolean wrong = to.isEmpty() || tolerance.isEmpty() || words.length > 3;
          return wrong || (words.length > 2 && from.isEmpty())
              ? Optional.empty()
              : Optional.of(_ -> List.of(new Step.ReplaceColor(to.get(), tolerance.get(), from)));
        });
  }

  private static Optional<Color> paint(String text) {
    return CloudinaryValues.hex(text).or(() -> value(CloudinaryValues.color(), text));
  }

  private static <T> Optional<T> value(ValueReader<T> reader, String text) {
    return reader.read(text) instanceof Reading.Value<T>(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** An effect that comes before the size. */
  private record Early(Step step) implements Effect {
    @Override
    public List<Step> steps(ComponentDraft component) {
      return List.of(step);
    }

    @Override
    public boolean early() {
      return true;
    }
  }
}
