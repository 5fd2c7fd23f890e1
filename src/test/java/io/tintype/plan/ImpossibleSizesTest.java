package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpossibleSizesTest {
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);

  @ParameterizedTest
  @CsvSource({"0, 10", "10, 0", "-1, 10"})
  void callsAPictureWithoutPixelsDamaged(int width, int height) {
    SourceHeader header =
        new SourceHeader(ImageFormat.PNG, width, height, 1, false, 1, OptionalInt.empty());
    Transformation none = new Transformation(List.of(), Output.DEFAULT);

    assertThatThrownBy(
            () ->
                new Planner()
                    .plan(header, none, Accepts.NEITHER, RULES, Limits.DEFAULT, new NoProbe()))
        .isInstanceOfSatisfying(
            FaultException.class,
            failed -> assertThat(failed.fault()).isEqualTo(new Fault.CorruptSource()));
  }

  @Test
  void countsPixelsBeyondAnyNumberAsVeryMany() {
    assertThat(new Size(3L << 31, 1L << 31).pixels()).isEqualTo(Long.MAX_VALUE);
    assertThat(new Size(Long.MAX_VALUE, Long.MAX_VALUE).pixels()).isEqualTo(Long.MAX_VALUE);
  }
}
