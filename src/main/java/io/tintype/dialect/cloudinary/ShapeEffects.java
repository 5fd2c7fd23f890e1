package io.tintype.dialect.cloudinary;

import static io.tintype.dialect.cloudinary.EffectReaders.PERCENT;
import static java.util.Map.entry;

import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.Claim;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import io.tintype.model.Adjustment;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import io.tintype.model.OutlineMode;
import io.tintype.model.Quadrangle;
import io.tintype.model.Quadrangle.Point;
import io.tintype.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Effects on outline and parts; formulas in {@code docs/cloudinary-effects.md}. */
final class ShapeEffects {
  private static final int USUAL_TRIM = 10;
  private static final double TRIM_SCALE = 2.55;
  private static final int USUAL_SHADOW = 40;
  private static final double SHADOW_OFFSET = 4;
  private static final int USUAL_FADE = 20;
  private static final int USUAL_REGION_BLUR = 100;
  private static final int STRONGEST = 2000;
  private static final int CORNERS = 8;
  private static final Map<String, OutlineMode> OUTLINES =
      Map.of(
          "inner", OutlineMode.INNER,
          "inner_fill", OutlineMode.INNER_FILL,
          "outer", OutlineMode.OUTER,
          "fill", OutlineMode.FILL);
  private static final Length HALF = new Length(Expression.of(0.5), true);

  static final Map<String, ValueReader<Effect>> ALL =
      Map.ofEntries(
          entry("trim", trim()),
          entry("shadow", shadow()),
          entry("outline", outline()),
          entry("morphology", MorphologyEffect.reader()),
          entry("gradient_fade", gradientFade()),
          entry("distort", distort()),
          entry("shear", shear()),
          entry(
              "blur_region",
              CloudinaryValues.level(1, STRONGEST, USUAL_REGION_BLUR)
                  .map(level -> new Region(ToneEffects.blur(level)))),
          entry("pixelate_region", ToneEffects.pixelate().map(Region::new)));

  private ShapeEffects() {}

  /** {@code [<tolerance>][:<colour>]}, before the size. */
  private static ValueReader<Effect> trim() {
    return Values.of(
        "a tolerance from 0 to 100, and a colour",
        text -> {
          List<String> words = EffectReaders.words(text);
          Optional<Integer> tolerance =
              Values.value(
                  CloudinaryValues.level(0, 100, USUAL_TRIM),
                  words.isEmpty() ? "" : words.getFirst());
          Optional<Color> edges =
              words.size() > 1 ? EffectReaders.paint(words.get(1)) : Optional.empty();
          boolean wrong = words.size() > 2 || (words.size() == 2 && edges.isEmpty());
          return wrong ? Optional.empty() : tolerance.map(level -> new Trim(trim(level, edges)));
        });
  }

  private static Step trim(int level, Optional<Color> edges) {
    return new Step.Trim((int) Math.max(1, Math.rint(level * TRIM_SCALE)), edges);
  }

  private static ValueReader<Effect> shadow() {
    return CloudinaryValues.level(0, 100, USUAL_SHADOW).map(Shadow::new);
  }

  /** {@code [<mode>:][<width>][:<blur>]}; without a mode outside. */
  private static ValueReader<Effect> outline() {
    return Values.of(
        "inner, inner_fill, outer or fill, a width from 1 to 100 and a blur from 0 to 2000",
        text -> {
          String word = text.split(":", 2)[0];
          Optional<OutlineMode> mode = Optional.ofNullable(OUTLINES.get(word));
          String rest =
              mode.isPresent() ? text.substring(Math.min(text.length(), word.length() + 1)) : text;
          String[] words = rest.split(":", 2);
          Optional<Integer> width = Values.value(CloudinaryValues.level(1, 100, 5), words[0]);
          Optional<Integer> blur =
              Values.value(
                  CloudinaryValues.level(0, STRONGEST, 0), words.length > 1 ? words[1] : "");
          return width.isEmpty() || blur.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  component ->
                      List.of(
                          new Step.Adjust(
                              new Adjustment.Outline(
                                  mode.orElse(OutlineMode.OUTER),
                                  width.get(),
                                  blur.get() / PERCENT,
                                  component.paint(Color.BLACK)))));
        });
  }

  /** {@code [symmetric:][<strength>]}; x or y say where. */
  private static ValueReader<Effect> gradientFade() {
    ValueReader<Effect> reader =
        Values.of(
            "symmetric, and an integer from 0 to 100",
            text -> {
              List<String> words = EffectReaders.words(text);
              boolean symmetric = words.contains("symmetric");
              String strength = words.size() > (symmetric ? 1 : 0) ? words.getLast() : "";
              return words.size() > 2
                  ? Optional.empty()
                  : Values.value(CloudinaryValues.level(0, 100, USUAL_FADE), strength)
                      .map(level -> new Edge(symmetric, (double) level / USUAL_FADE));
            });
    return reader.notYet(text -> text.startsWith("symmetric_pad"));
  }

  /** Four corners in pixels, clockwise from the top left, or {@code arc:<degrees>}. */
  private static ValueReader<Effect> distort() {
    return Values.of(
        "four corners in pixels, with colons between, or arc and degrees from -360 to 360",
        text ->
            text.startsWith("arc:")
                ? Values.value(Values.decimal(-360, 360), text.substring("arc:".length()))
                    .map(degrees -> _ -> degrees == 0 ? List.of() : List.of(new Step.Arc(degrees)))
                : EffectReaders.numbers(text)
                    .filter(numbers -> numbers.size() == CORNERS)
                    .filter(
                        numbers ->
                            numbers.stream()
                                .allMatch(number -> Math.abs(number) <= CloudinaryValues.LONGEST))
                    .flatMap(ShapeEffects::corners)
                    .map(corners -> _ -> List.of(new Step.Perspective(corners))));
  }

  private static Optional<Quadrangle> corners(List<Double> numbers) {
    return Quadrangle.of(
        point(numbers, 0), point(numbers, 2), point(numbers, 4), point(numbers, 6));
  }

  private static Point point(List<Double> numbers, int at) {
    return new Point((int) Math.rint(numbers.get(at)), (int) Math.rint(numbers.get(at + 1)));
  }

  /** {@code <degrees>:<degrees>}. */
  private static ValueReader<Effect> shear() {
    return Values.of(
        "two angles from -89 to 89 degrees, with a colon between",
        text ->
            EffectReaders.numbers(text)
                .filter(numbers -> numbers.size() == 2)
                .filter(numbers -> numbers.stream().allMatch(angle -> Math.abs(angle) <= 89))
                .map(numbers -> _ -> List.of(new Step.Shear(numbers.get(0), numbers.get(1)))));
  }

  private static Expression pixels(
      ComponentDraft component, Optional<Length> length, Measure side, Length usual) {
    return length.orElse(usual).pixels(Subject.CURRENT, side, component.geometry().density());
  }

  /** Comes before the size. */
  private record Trim(Step step) implements Effect {
    @Override
    public List<Step> steps(ComponentDraft component) {
      return List.of(step);
    }

    @Override
    public boolean early() {
      return true;
    }
  }

  /** Of {@code co}, at {@code x} and {@code y}. */
  private record Shadow(int strength) implements Effect {
    private static final Length USUAL = new Length(Expression.of(SHADOW_OFFSET), false);

    @Override
    public List<Step> steps(ComponentDraft component) {
      GeometryDraft geometry = component.geometry();
      return strength == 0
          ? List.of()
          : List.of(
              new Step.CastShadow(
                  component.paint(ColorEffects.GRAY),
                  strength / PERCENT,
                  pixels(component, geometry.x(), Measure.WIDTH, USUAL),
                  pixels(component, geometry.y(), Measure.HEIGHT, USUAL)));
    }

    @Override
    public Claim claim() {
      return Claim.PLACE;
    }
  }

  /** Fades along {@code x}, or along {@code y}. */
  private record Edge(boolean symmetric, double exponent) implements Effect {
    @Override
    public List<Step> steps(ComponentDraft component) {
      GeometryDraft geometry = component.geometry();
      boolean across = geometry.x().isPresent() && geometry.y().isEmpty();
      Function<Expression, Step> fade =
          reach -> new Step.FadeEdge(!across, reach, symmetric, exponent);
      Expression reach =
          across
              ? pixels(component, geometry.x(), Measure.WIDTH, HALF)
              : pixels(component, geometry.y(), Measure.HEIGHT, HALF);
      return exponent == 0 ? List.of() : List.of(fade.apply(reach));
    }

    @Override
    public Claim claim() {
      return Claim.PLACE;
    }
  }

  /**
   * Inside {@code x}, {@code y}, {@code w} and {@code h}; things nobody can find are everywhere.
   */
  private record Region(Step.Local tone) implements Effect {
    @Override
    public List<Step> steps(ComponentDraft component) {
      GeometryDraft geometry = component.geometry();
      if (geometry.gravity().filter(wish -> wish instanceof GravityWish.Things).isPresent()) {
        return List.of(tone);
      }
      return List.of(
          new Step.Within(
              pixels(component, geometry.x(), Measure.WIDTH, Length.ZERO),
              pixels(component, geometry.y(), Measure.HEIGHT, Length.ZERO),
              geometry.width().map(side -> side(component, side, Measure.WIDTH)),
              geometry.height().map(side -> side(component, side, Measure.HEIGHT)),
              tone));
    }

    @Override
    public Claim claim() {
      return Claim.REGION;
    }

    private static Expression side(ComponentDraft component, Length length, Measure side) {
      return length.pixels(Subject.CURRENT, side, component.geometry().density());
    }
  }
}
