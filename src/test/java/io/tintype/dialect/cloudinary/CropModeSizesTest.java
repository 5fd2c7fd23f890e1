package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.plan.FakeProbe;
import io.tintype.plan.RenderPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes of results for every crop mode, against formulas of their own. */
class CropModeSizesTest {
  @ParameterizedTest
  @MethodSource("cases")
  void areThoseOfTheFormula(CropSizes.Case row) {
    RenderPlan plan =
        CloudinarySizesTest.planned(
            CloudinarySizesTest.source(row.source(), 1, 1), row.transformation(), new FakeProbe());

    assertThat(plan.width() + "x" + plan.height()).as(row.toString()).isEqualTo(row.result());
    assertThat(plan.unmet()).isEmpty();
  }

  @Test
  void areManyOfEveryMode() {
    assertThat(cases()).hasSizeGreaterThan(1000);
  }

  static List<CropSizes.Case> cases() {
    return CropSizes.all();
  }
}
