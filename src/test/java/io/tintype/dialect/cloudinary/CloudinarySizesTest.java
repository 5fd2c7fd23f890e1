package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.RawRequest;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Transformation;
import io.tintype.plan.NoProbe;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.plan.Probe;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Sizes of results: scales by the formulas, sides rounded half up. */
class CloudinarySizesTest {
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);

  @ParameterizedTest
  @CsvFileSource(resources = "/cases/cloudinary-dims.csv", delimiter = ';', numLinesToSkip = 1)
  void areThoseOfTheTable(String source, String transformation, String result) {
    RenderPlan plan = planned(source(source, 1, 1), transformation);

    assertThat(plan.width() + "x" + plan.height()).isEqualTo(result);
  }

  @Test
  void areThoseOfThePictureAsItShouldBeSeenUnlessSaidOtherwise() {
    SourceHeader lying = source("400x300", 6, 1);

    assertThat(planned(lying, "w_150").height()).isEqualTo(200);
    assertThat(planned(lying, "w_200,a_ignore").height()).isEqualTo(150);
  }

  @Test
  void dependOnConditionsForAnimationsToo() {
    RenderPlan plan = planned(source("400x300", 1, 3), "if_w_gt_300,w_200");

    assertThat(plan.width()).isEqualTo(200);
    assertThat(plan.unmet()).isEmpty();
  }

  static SourceHeader source(String size, int orientation, int frames) {
    int cross = size.indexOf('x');
    return new SourceHeader(
        frames > 1 ? ImageFormat.GIF : ImageFormat.JPEG,
        Integer.parseInt(size.substring(0, cross)),
        Integer.parseInt(size.substring(cross + 1)),
        frames,
        false,
        orientation,
        OptionalInt.empty());
  }

  private static RenderPlan planned(SourceHeader source, String transformation) {
    return planned(source, transformation, new NoProbe());
  }

  static RenderPlan planned(SourceHeader source, String transformation, Probe probe) {
    Transformation read =
        new CloudinaryDialect(CloudinarySettings.DEFAULT)
            .parse(new RawRequest("image/upload/" + transformation + "/sample", ""))
            .transformation();
    return new Planner().plan(source, read, Accepts.NEITHER, RULES, Limits.DEFAULT, probe);
  }
}
