package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tintype.model.Condition.Comparison;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Operator;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Position.Axis;
import io.tintype.model.Position.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of step, of layer and of wish has a text of its own. */
class CanonicalLanguageTest {
  private static final Color RED = Color.opaque(255, 0, 0);
  private static final Box BOX = Box.of(3, 2);
  private static final Expression HALF =
      new Expression.Operation(
          Operator.DIVIDE, new Expression.Property(Subject.BASE, Measure.WIDTH), Expression.of(2));
  private static final SourceRef LOGO = new SourceRef.Named("a/b%22.png", "");
  private static final SourceRef FONT = new SourceRef.Remote("https://h/f.ttf");

  static Stream<Arguments> steps() {
    return Stream.concat(Stream.concat(shapes(), tones()), layers());
  }

  private static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(new Step.Trim(10), "trim(10)"),
        arguments(new Step.Flip(true, false), "flip(h)"),
        arguments(new Step.Flip(true, true), "flip(hv)"),
        arguments(new Step.Flip(false, true), "flip(v)"),
        arguments(new Step.Border(HALF, RED), "border((base.width divide 2),#ff0000)"),
        arguments(new Step.RoundCorners(Corners.all(5)), "round(5,5,5,5)"),
        arguments(new Step.RoundCorners(new Corners(1, Corners.MAX, 3, 4)), "round(1,max,3,4)"),
        arguments(new Step.Arc(-45), "arc(-45)"),
        arguments(new Step.Perspective(quadrangle()), "perspective(0:0,9:1,8:7,1:6)"),
        arguments(crop(new Gravity.Attention()), "crop(3,2,attention)"),
        arguments(
            crop(new Gravity.Objects(Set.of("dog", "cat"), 0.5)), "crop(3,2,objects(cat+dog,0.5))"),
        arguments(crop(new Gravity.Stored(Gravity.CENTER)), "crop(3,2,stored(center))"),
        arguments(
            new Step.Crop(new Box(new Extent.Computed(HALF), Extent.AUTO, 0, 1), Gravity.CENTER),
            "crop(=(base.width divide 2),auto,center)"),
        arguments(
            pad(new Backdrop.Dominant(Backdrop.Spread.PLAIN)), "pad(fit,3,2,center,dominant)"),
        arguments(
            pad(new Backdrop.Dominant(Backdrop.Spread.CORNERS)),
            "pad(fit,3,2,center,dominant_gradient(4))"),
        arguments(
            pad(
                new Backdrop.Dominant(
                    Backdrop.Area.EVERYWHERE,
                    Backdrop.Spread.ASCENDING,
                    true,
                    List.of(Color.BLACK, Color.WHITE))),
            "pad(fit,3,2,center,dominant(everywhere,ascending,contrast,#000000,#ffffff))"),
        arguments(
            pad(new Backdrop.Blurred(OptionalDouble.empty(), -3)),
            "pad(fit,3,2,center,blurred(auto,-3))"),
        arguments(
            pad(new Backdrop.Blurred(OptionalDouble.of(2.5), 0)),
            "pad(fit,3,2,center,blurred(2.5,0))"));
  }

  private static Stream<Arguments> tones() {
    return Stream.of(
        arguments(new Step.Blur(1.5), "blur(1.5)"),
        arguments(new Step.Grayscale(), "grayscale"),
        arguments(new Step.StretchContrast(), "stretch_contrast"),
        arguments(new Step.Sharpen(OptionalDouble.empty()), "sharpen(mild)"),
        arguments(new Step.Sharpen(OptionalDouble.of(2)), "sharpen(2)"),
        arguments(new Step.UnsharpMask(0, 1, 0.5, 0.1), "unsharp(0,1,0.5,0.1)"),
        arguments(
            new Step.ReplaceColor(RED, 35, Optional.empty()), "replace_color(#ff0000,35,dominant)"),
        arguments(
            new Step.ReplaceColor(RED, 35, Optional.of(Color.BLACK)),
            "replace_color(#ff0000,35,#000000)"),
        arguments(new Step.Colorize(RED, 0.5), "colorize(#ff0000,0.5)"),
        arguments(
            new Step.Gradient(45, RED, Color.CLEAR, Expression.of(1)),
            "gradient(45,#ff0000,#000000@0,1)"),
        arguments(new Step.Shadow(10, 0.3, 0.02, -0.02), "shadow(10,0.3,0.02,-0.02)"),
        arguments(new Step.Fade(0.5), "fade(0.5)"));
  }

  private static Stream<Arguments> layers() {
    return Stream.of(
        arguments(
            overlay(new Layer.Picture(LOGO, OptionalInt.of(2)), Position.MIDDLE),
            "overlay(over,picture(\"a/b%22.png\",2),{trim(10)},center)"),
        arguments(
            overlay(
                new Layer.Picture(FONT, OptionalInt.empty()),
                new Position.Offset(new Axis(HALF, Origin.END), Axis.NONE, Direction.TOP_LEFT)),
            "overlay(over,picture(remote(\"https://h/f.ttf\")),{trim(10)},"
                + "offset(end (base.width divide 2),start 0,top_left))"),
        arguments(
            overlay(new Layer.Block(Extent.AUTO, new Extent.Pixels(4), RED), Position.MIDDLE),
            "overlay(over,block(auto,4,#ff0000),{trim(10)},center)"),
        arguments(
            overlay(new Layer.Words(words(new Text.Family("Lato"))), Position.MIDDLE),
            "overlay(over,text(\"a\\\"\\u000a\\\\\",\"Lato\",45,#000000,auto,center,"
                + "padding(1,1,1,1),#000000@0,bold+italic,20),{trim(10)},center)"),
        arguments(
            overlay(new Layer.Words(words(new Text.File(FONT))), Position.MIDDLE),
            "overlay(over,text(\"a\\\"\\u000a\\\\\",file(remote(\"https://h/f.ttf\")),45,#000000,"
                + "auto,center,padding(1,1,1,1),#000000@0,bold+italic,20),{trim(10)},center)"));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void printsEveryStep(Step step, String text) {
    assertThat(new Transformation(List.of(step), Output.DEFAULT).canonical())
        .isEqualTo("v1 " + text + " -> auto");
  }

  @Test
  void printsConditionsWithBothBranches() {
    Condition small = new Comparison(HALF, Relation.LESS, Expression.of(100));
    Condition large = new Comparison(HALF, Relation.GREATER_OR_EQUAL, Expression.of(900));
    Branch grey =
        new Branch(
            List.of(new Step.Grayscale()), new Output(FormatChoice.AUTOMATIC, OptionalInt.of(9)));
    Step when =
        new Step.When(
            new Condition.Any(List.of(new Condition.All(List.of(small, large)), large)),
            grey,
            Branch.NONE);

    String canonical = new Transformation(List.of(when), Output.DEFAULT).canonical();

    assertThat(canonical)
        .startsWith(
            "v1 when((((base.width divide 2) less 100 and (base.width divide 2) greater_or_equal"
                + " 900) or (base.width divide 2) greater_or_equal 900),{grayscale -> ")
        .contains("q9")
        .endsWith("},{}) -> auto");
  }

  @Test
  void printsEveryWish() {
    Output output =
        new Output(
            Optional.of(new FormatChoice.Placeholder(FormatChoice.Kind.BLURHASH)),
            Optional.of(new QualityChoice.Percent(7)),
            Optional.of(true),
            Optional.of(false),
            Optional.of(Metadata.PROFILE),
            Optional.of(Expression.of(300)));
    Output other =
        new Output(
            Optional.of(new FormatChoice.OfSource()),
            Optional.empty(),
            Optional.of(false),
            Optional.of(true),
            Optional.empty(),
            Optional.empty());

    assertThat(new Transformation(OptionalInt.of(3), List.of(), output).canonical())
        .isEqualTo("v1 page(3) none -> blurhash,q7,progressive,lossy,metadata=profile,dpi=300");
    assertThat(new Transformation(List.of(), other).canonical())
        .isEqualTo("v1 none -> source,baseline,lossless");
    assertThat(output.overriddenBy(Output.DEFAULT)).isEqualTo(output);
    assertThat(Output.DEFAULT.overriddenBy(output)).isEqualTo(output);
    assertThat(output.overriddenBy(other).quality()).contains(new QualityChoice.Percent(7));
    assertThat(output.overriddenBy(other).progressive()).contains(false);
  }

  @Test
  void namesWhatLayersNeedWhereverTheyAre() {
    Step words = overlay(new Layer.Words(words(new Text.File(FONT))), Position.MIDDLE);
    Step nested =
        new Step.Overlay(
            new Layer(
                new Layer.Block(Extent.AUTO, Extent.AUTO, RED),
                List.of(overlay(new Layer.Picture(LOGO, OptionalInt.empty()), Position.MIDDLE)),
                Position.MIDDLE,
                Layer.Blend.OVER));
    Condition any = new Comparison(HALF, Relation.EQUAL, HALF);
    Step when =
        new Step.When(
            any,
            new Branch(List.of(nested), Output.DEFAULT),
            new Branch(List.of(words), Output.DEFAULT));
    Step familiar = overlay(new Layer.Words(words(new Text.Family(""))), Position.MIDDLE);

    assertThat(new Transformation(List.of(when, familiar), Output.DEFAULT).ingredients())
        .isEqualTo(new Ingredients(Set.of(LOGO), Set.of(FONT)));
    assertThat(Transformation.NONE.ingredients().areNone()).isTrue();
    assertThat(new Transformation(List.of(words), Output.DEFAULT).ingredients().areNone())
        .isFalse();
  }

  private static Step crop(Gravity gravity) {
    return new Step.Crop(BOX, gravity);
  }

  private static Step pad(Backdrop backdrop) {
    return new Step.Pad(Padding.FIT, BOX, Gravity.CENTER, backdrop);
  }

  private static Step overlay(Layer.Content content, Position position) {
    return new Step.Overlay(
        new Layer(content, List.of(new Step.Trim(10)), position, Layer.Blend.OVER));
  }

  private static Text words(Text.Font font) {
    return new Text(
        "a\"\n\\",
        font,
        Expression.of(45),
        Color.BLACK,
        Extent.AUTO,
        Text.Alignment.CENTER,
        Text.Padding.all(Expression.of(1)),
        Color.CLEAR,
        Set.of(Text.Style.BOLD, Text.Style.ITALIC),
        Optional.of(Expression.of(20)),
        Text.Setting.USUAL);
  }

  private static Quadrangle quadrangle() {
    return new Quadrangle(
        new Quadrangle.Point(0, 0),
        new Quadrangle.Point(9, 1),
        new Quadrangle.Point(8, 7),
        new Quadrangle.Point(1, 6));
  }
}
