package io.tintype.plan;

import static io.tintype.plan.Plans.box;
import static io.tintype.plan.Plans.moving;
import static io.tintype.plan.Plans.plan;
import static io.tintype.plan.Plans.png;
import static io.tintype.plan.Plans.sizeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Condition;
import io.tintype.model.Condition.Relation;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Probe NONE = new NoProbe();
  private static final Step HALVE = new Step.Resize(Fit.COVER, box("0.5x-"), Gravity.CENTER);
  private static final Step TURN = new Step.Rotate(90, Color.BLACK);

  @Test
  void seeThePictureAsItReachesThem() {
    Step currently = when("cw", Relation.GREATER, "100", TURN, HALVE);
    Step initially = when("iw", Relation.GREATER, "100", TURN, HALVE);

    assertThat(sizeOf(plan(png("200x50"), NONE, HALVE, currently))).isEqualTo("50x13");
    assertThat(sizeOf(plan(png("200x50"), NONE, HALVE, initially))).isEqualTo("25x100");
    assertThat(sizeOf(plan(png("200x50"), NONE, currently))).isEqualTo("50x200");
  }

  @Test
  void countInThePictureAsItIsSeen() {
    SourceHeader lying =
        new SourceHeader(ImageFormat.JPEG, 200, 50, 1, false, 6, OptionalInt.empty());
    Step upright = when("iar", Relation.LESS, "1", HALVE, TURN);

    assertThat(sizeOf(plan(lying, NONE, upright))).isEqualTo("25x100");
  }

  @Test
  void mayBeNested() {
    Step inner = when("cw", Relation.EQUAL, "100", TURN, HALVE);
    Step outer =
        new Step.When(
            condition("cw", Relation.EQUAL, "200"),
            new Branch(List.of(HALVE, inner), Output.DEFAULT),
            Branch.NONE);

    assertThat(sizeOf(plan(png("200x50"), NONE, outer))).isEqualTo("25x100");
    assertThat(sizeOf(plan(png("201x50"), NONE, outer))).isEqualTo("201x50");
  }

  @Test
  void decideAboutTheOutput() {
    Transformation transformation =
        new Transformation(
            List.of(
                new Step.When(condition("cw", Relation.GREATER, "100"), branch(31), branch(32))),
            new Output(FormatChoice.AUTOMATIC, OptionalInt.of(90)));

    assertThat(encoded(plan(png("200x50"), NONE, transformation)).quality()).isEqualTo(31);
    assertThat(encoded(plan(png("50x50"), NONE, transformation)).quality()).isEqualTo(32);
    assertThat(encoded(plan(png("50x50"), NONE, transformation)).format())
        .isEqualTo(ImageFormat.JPEG);
  }

  @Test
  void areSkippedForAnimations() {
    Step anyway =
        new Step.When(
            condition("cw", Relation.GREATER, "0"),
            new Branch(List.of(HALVE), branch(31).output()),
            new Branch(List.of(HALVE), Output.DEFAULT));
    RenderPlan plan = plan(moving("200x50", 3), NONE, anyway, TURN);
    RenderPlan still =
        plan(
            moving("200x50", 3),
            NONE,
            new Transformation(OptionalInt.of(2), List.of(anyway), Output.DEFAULT));

    assertThat(sizeOf(plan)).isEqualTo("50x200");
    assertThat(plan.frames()).isEqualTo(3);
    assertThat(encoded(plan).format()).isEqualTo(ImageFormat.GIF);
    assertThat(sizeOf(still)).isEqualTo("100x25");
    assertThat(still.frames()).isEqualTo(1);
    assertThat(still.page()).hasValue(2);
  }

  private static Branch branch(int quality) {
    return new Branch(
        List.of(), new Output(new FormatChoice.Exactly(ImageFormat.JPEG), OptionalInt.of(quality)));
  }

  private static Step when(String left, Relation relation, String right, Step yes, Step no) {
    return new Step.When(
        condition(left, relation, right),
        new Branch(List.of(yes), Output.DEFAULT),
        new Branch(List.of(no), Output.DEFAULT));
  }

  private static Condition condition(String left, Relation relation, String right) {
    return new Condition.Comparison(Numbers.of(left), relation, Numbers.of(right));
  }

  private static RenderPlan.Encode encoded(RenderPlan plan) {
    return (RenderPlan.Encode) plan.product();
  }
}
