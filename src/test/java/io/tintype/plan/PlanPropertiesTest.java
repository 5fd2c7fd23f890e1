package io.tintype.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random transformations of random sources: whatever is planned can be carried out. */
class PlanPropertiesTest {
  private static final long SEED = 20_260_101;
  private static final int CASES = 20_000;
  private static final List<ImageFormat> SOURCES =
      List.of(
          ImageFormat.JPEG,
          ImageFormat.PNG,
          ImageFormat.WEBP,
          ImageFormat.AVIF,
          ImageFormat.GIF,
          ImageFormat.TIFF);
  private static final List<ImageFormat> RESULTS = SOURCES;

  @Test
  void plansOnlyWhatCanBeDone() {
    Random random = new Random(SEED);
    int planned = 0;

    for (int i = 0; i < CASES; i++) {
      SourceHeader header = header(random);
      Transformation transformation = transformation(random);
      OutputRules rules = rules(random);
      Probe probe = new RandomProbe(random);
      Accepts accepts = new Accepts(random.nextBoolean(), random.nextBoolean());
      try {
        RenderPlan plan =
            new Planner().plan(header, transformation, accepts, rules, Limits.DEFAULT, probe);
        String number = "case " + i;
        check(header, plan, () -> number + ": " + header + " " + transformation.canonical());
        planned++;
      } catch (FaultException refused) {
        assertThat(refused.fault().message()).isNotBlank();
      }
    }

    assertThat(planned).isGreaterThan(CASES / 8);
  }

  private static void check(SourceHeader header, RenderPlan plan, Supplier<String> what) {
    Walk walk = new Walk(what, plan.frames(), header.width(), header.height(), header.alpha());
    walk.run(plan.steps(), plan.shrink());
    assertThat(walk.width()).as(what).isEqualTo(plan.width());
    assertThat(walk.height()).as(what).isEqualTo(plan.height());
    checkEncoding(plan, walk.alpha(), what);
    checkLoading(plan, header, what);
  }

  /** Whatever is loaded has pixels, and nothing is shrunk further than it is scaled anyway. */
  private static void checkLoading(RenderPlan plan, SourceHeader header, Supplier<String> what) {
    switch (header.format()) {
      case JPEG -> assertThat(plan.shrink()).as(what).isIn(1.0, 2.0, 4.0, 8.0);
      case WEBP -> assertThat(plan.shrink()).as(what).isGreaterThanOrEqualTo(1);
      default -> assertThat(plan.shrink()).as(what).isEqualTo(1);
    }
    if (header.format() == ImageFormat.JPEG) {
      assertThat(Math.min(header.width(), header.height()) / plan.shrink())
          .as(what)
          .isGreaterThanOrEqualTo(1);
    }
  }

  private static void checkEncoding(RenderPlan plan, boolean alpha, Supplier<String> what) {
    ImageFormat format = ((RenderPlan.Encode) plan.product()).format();
    assertThat(format.encodable()).as(what).isTrue();
    assertThat(((RenderPlan.Encode) plan.product()).quality()).as(what).isBetween(1, 100);
    assertThat(alpha && !format.carriesAlpha()).as(what).isFalse();
    assertThat(plan.frames() > 1 && !format.animates()).as(what).isFalse();
    if (format == ImageFormat.WEBP) {
      assertThat(Math.max(plan.width(), plan.height())).as(what).isLessThanOrEqualTo(16_383);
    }
  }

  private static SourceHeader header(Random random) {
    ImageFormat format = any(random, SOURCES);
    int frames = format.animates() && random.nextInt(3) == 0 ? 1 + random.nextInt(300) : 1;
    boolean alpha = format.carriesAlpha() && random.nextBoolean();
    OptionalInt quality =
        format == ImageFormat.JPEG ? OptionalInt.of(1 + random.nextInt(100)) : OptionalInt.empty();
    return new SourceHeader(
        format,
        RandomSteps.side(random),
        RandomSteps.side(random),
        frames,
        alpha,
        1 + random.nextInt(8),
        quality);
  }

  private static Transformation transformation(Random random) {
    OptionalInt quality =
        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(100)) : OptionalInt.empty();
    return new Transformation(
        new RandomSteps(random).chain(2), new Output(choice(random), quality));
  }

  private static FormatChoice choice(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> FormatChoice.AUTOMATIC;
      case 1 -> new FormatChoice.OfSource();
      default -> new FormatChoice.Exactly(any(random, RESULTS));
    };
  }

  private static OutputRules rules(Random random) {
    List<ImageFormat> formats =
        RESULTS.subList(random.nextInt(RESULTS.size()), RESULTS.size()).reversed();
    long avifPixels = random.nextBoolean() ? 4_000_000 : 10_000;
    return new OutputRules(1 + random.nextInt(100), formats, avifPixels, random.nextInt(4) == 0);
  }

  private static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
