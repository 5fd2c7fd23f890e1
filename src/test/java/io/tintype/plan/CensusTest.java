package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.AllowedSizes;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Condition;
import io.tintype.model.Extent;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Position;
import io.tintype.model.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CensusTest {
  private static final Step FADE = new Step.Fade(0.5);

  @Test
  void countsTheLongestChain() {
    assertThat(Census.of(List.of())).isEqualTo(new Census(0, 0, 0));
    assertThat(Census.of(List.of(FADE, FADE))).isEqualTo(new Census(2, 0, 0));
    assertThat(Census.of(List.of(FADE, layer(FADE, FADE, FADE)))).isEqualTo(new Census(3, 1, 1));
    assertThat(Census.of(List.of(layer(FADE), layer(FADE)))).isEqualTo(new Census(2, 2, 1));
  }

  @Test
  void countsBothBranches() {
    Step when =
        new Step.When(
            new Condition.All(List.of()),
            new Branch(List.of(FADE, layer()), Output.DEFAULT),
            new Branch(List.of(FADE, layer(layer())), Output.DEFAULT));

    assertThat(Census.of(List.of(FADE, when))).isEqualTo(new Census(6, 3, 2));
  }

  @Test
  void countsLevelsOfLayers() {
    assertThat(Census.of(List.of(layer(layer(layer()))))).isEqualTo(new Census(1, 3, 3));
    assertThat(Census.of(List.of(layer(), layer(layer()), layer()))).isEqualTo(new Census(3, 4, 2));
  }

  @Test
  void refusesWhatIsTooMuch() {
    assertThatCode(() -> new Census(2, 3, 1).check(limits())).doesNotThrowAnyException();
    assertThat(limitOf(new Census(3, 0, 0))).isEqualTo("steps");
    assertThat(limitOf(new Census(2, 4, 1))).isEqualTo("layers");
    assertThat(limitOf(new Census(2, 3, 2))).isEqualTo("nesting");
  }

  private static String limitOf(Census census) {
    Fault fault = catchThrowableOfType(FaultException.class, () -> census.check(limits())).fault();
    return ((Fault.LimitExceeded) fault).limit();
  }

  private static Limits limits() {
    Duration second = Duration.ofSeconds(1);
    return new Limits(1, 1, 1, 1, 2, 3, 1, second, second, second, AllowedSizes.ANY);
  }

  private static Step layer(Step... steps) {
    return new Step.Overlay(
        new Layer(
            new Layer.Block(Extent.AUTO, Extent.AUTO, Color.BLACK),
            List.of(steps),
            Position.MIDDLE,
            Blend.OVER));
  }
}
