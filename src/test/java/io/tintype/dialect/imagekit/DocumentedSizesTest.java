package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.plan.NoProbe;
import io.tintype.plan.OutputRules;
import io.tintype.plan.Planner;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sizes of random chains against a second, simpler calculation of what ImageKit documents: no
 * steps, no plans, only the text of the URL and the formulas.
 */
class DocumentedSizesTest {
  private static final long SEED = 20_260_718;
  private static final int CASES = 10_000;
  private static final OutputRules RULES = new OutputRules(80, List.of(), 4_000_000, false);
  private static final List<String> CROPS =
      List.of(
          "c-maintain_ratio",
          "c-force",
          "c-at_max",
          "c-at_max_enlarge",
          "c-at_least",
          "c-maintain_ratio_no_enlarge");
  private static final List<String> MODES =
      List.of(
          "cm-pad_resize",
          "cm-pad_resize_no_enlarge",
          "cm-extract",
          "cm-pad_extract",
          "cm-pad_extract_no_shrink");

  @Test
  void areThoseOfTheFormulas() {
    Random random = new Random(SEED);
    SoftAssertions all = new SoftAssertions();
    int refused = 0;

    for (int i = 0; i < CASES; i++) {
      ImageFormat format = random.nextBoolean() ? ImageFormat.JPEG : ImageFormat.WEBP;
      SourceHeader source =
          new SourceHeader(
              format,
              side(random),
              side(random),
              1,
              false,
              1 + random.nextInt(8),
              OptionalInt.empty());
      String chain = chain(random);
      Pair expected = new Pair(source.orientedWidth(), source.orientedHeight());
      for (String step : chain.split(":", -1)) {
        expected = after(step, expected);
      }
      Optional<Pair> actual = planned(chain, source);
      if (actual.isEmpty()) {
        refused++;
      } else {
        all.assertThat(actual).as("%s of %s", chain, source).contains(expected);
      }
    }

    all.assertAll();
    assertThat(refused).isLessThan(CASES / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 640x865, w-1, 1x1",
    "1, 640x865, w-1.0, 640x865",
    "1, 640x865, h-0.999, 639x864",
    "1, 640x865, 'w-0.5,dpr-2', 640x865",
    "1, 640x865, 'w-65535,h-1,c-force', 65535x1",
    "1, 640x865, w-65536, 640x865",
    "1, 640x865, 'w-2500,h-1,dpr-2', 5000x2",
    "1, 640x865, 'w-2501,h-1,dpr-2', 2501x1",
    "1, 640x865, 'w-10,h-4,dpr-0.1', 10x4",
    "1, 640x865, 'w-0.5,ar-2-1', 320x160",
    "1, 640x865, 'w-0.5:h-0.5:w-0.5', 80x109",
    "6, 865x640, 'w-0.5,h-0.25', 320x216",
    "6, 865x640, 'w-0.5,h-0.5,cm-extract,x-10,y-400', 320x433",
    "8, 865x640, w-100, 100x135"
  })
  void areThoseOfTheLimits(int orientation, String size, String chain, String expected) {
    String[] sides = size.split("x", -1);
    SourceHeader source =
        new SourceHeader(
            ImageFormat.PNG,
            Integer.parseInt(sides[0]),
            Integer.parseInt(sides[1]),
            1,
            false,
            orientation,
            OptionalInt.empty());

    Optional<Pair> planned = planned(chain, source);

    assertThat(planned.map(Pair::toString)).contains(expected);
  }

  private static Optional<Pair> planned(String chain, SourceHeader source) {
    ImageKitDialect dialect = new ImageKitDialect(new ImageKitSettings(Map.of(), false));
    try {
      RenderPlan plan =
          new Planner()
              .plan(
                  source,
                  dialect.parse(new RawRequest("tr:" + chain + "/a", "")).transformation(),
                  Accepts.NEITHER,
                  RULES,
                  Limits.DEFAULT,
                  new NoProbe());
      return Optional.of(new Pair(plan.width(), plan.height()));
    } catch (FaultException beyondLimits) {
      return Optional.empty();
    }
  }

  private record Pair(long width, long height) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  private static Pair after(String step, Pair input) {
    Map<String, String> params = new HashMap<>();
    for (String item : step.split(",", -1)) {
      int dash = item.indexOf('-');
      params.put(item.substring(0, dash), item.substring(dash + 1));
    }
    Pair sized = sized(params, input);
    boolean turned = List.of("90", "270", "N90").contains(params.getOrDefault("rt", ""));
    return turned ? new Pair(/* width= */ sized.height, /* height= */ sized.width) : sized;
  }

  private static Pair sized(Map<String, String> params, Pair in) {
    long w = resolved(params.getOrDefault("w", ""), in.width);
    long h = resolved(params.getOrDefault("h", ""), in.height);
    if (params.containsKey("ar") && (w == 0) != (h == 0)) {
      String[] ratio = params.getOrDefault("ar", "").split("-", -1);
      double value = Double.parseDouble(ratio[0]) / Double.parseDouble(ratio[1]);
      w = w == 0 ? rounded(h * value) : w;
      h = h == 0 ? rounded(w / value) : h;
    }
    double dpr = Double.parseDouble(params.getOrDefault("dpr", "1"));
    if (bears(w, dpr) && bears(h, dpr)) {
      w = w == 0 ? 0 : rounded(w * dpr);
      h = h == 0 ? 0 : rounded(h * dpr);
    }
    if (w == 0 && h == 0) {
      return in;
    }
    String mode = params.getOrDefault("cm", params.getOrDefault("c", "maintain_ratio"));
    if (mode.equals("extract")) {
      return new Pair(
          Math.min(w == 0 ? in.width : w, in.width), Math.min(h == 0 ? in.height : h, in.height));
    }
    return w == 0 || h == 0
        ? ofOneSide(w, h, in, mode.equals("at_max"))
        : ofBothSides(w, h, in, mode);
  }

  private static Pair ofOneSide(long w, long h, Pair in, boolean neverEnlarges) {
    if (neverEnlarges && (w > in.width || h > in.height)) {
      return in;
    }
    return h == 0
        ? new Pair(w, share(in.height, w, in.width))
        : new Pair(share(in.width, h, in.height), h);
  }

  private static Pair ofBothSides(long w, long h, Pair in, String mode) {
    boolean wide = w * in.height < h * in.width; // the width asks for the smaller scale
    Pair inside = wide ? ofOneSide(w, 0, in, false) : ofOneSide(0, h, in, false);
    Pair outside = wide ? ofOneSide(0, h, in, false) : ofOneSide(w, 0, in, false);
    boolean insideEnlarges = w > in.width && h > in.height;
    boolean outsideEnlarges = w > in.width || h > in.height;
    return switch (mode) {
      case "at_max" -> insideEnlarges ? in : inside;
      case "at_max_enlarge" -> inside;
      case "at_least" -> outside;
      case "maintain_ratio_no_enlarge" -> {
        Pair scaled = outsideEnlarges ? in : outside;
        yield new Pair(Math.min(w, scaled.width), Math.min(h, scaled.height));
      }
      case "pad_extract_no_shrink" -> new Pair(Math.max(w, in.width), Math.max(h, in.height));
      default -> new Pair(w, h);
    };
  }

  private static long resolved(String text, long full) {
    if (text.isEmpty()) {
      return 0;
    }
    double value = Double.parseDouble(text);
    boolean share = value < 1 || text.equals("1.0");
    return share ? rounded(value * full) : value > 65_535 ? 0 : (long) value;
  }

  private static boolean bears(long side, double dpr) {
    return side == 0 || (side * dpr >= 1 && side * dpr <= 5_000);
  }

  private static long rounded(double value) {
    return Math.max(1, (long) Math.floor(value + 0.5));
  }

  /** {@code side * over / under}, rounded half up. */
  private static long share(long side, long over, long under) {
    return Math.max(1, (2 * side * over + under) / (2 * under));
  }

  private static String chain(Random random) {
    List<String> steps = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      steps.add(step(random));
    }
    return String.join(":", steps);
  }

  private static String step(Random random) {
    List<String> items = new ArrayList<>();
    if (random.nextInt(10) < 8) {
      items.add("w-" + extent(random));
    }
    if (items.isEmpty() || random.nextInt(10) < 6) {
      items.add("h-" + extent(random));
    }
    maybe(random, 4, items, "ar-" + (1 + random.nextInt(20)) + "-" + (1 + random.nextInt(20)));
    maybe(random, 4, items, "dpr-" + (1 + random.nextInt(50)) / 10.0);
    maybe(random, 2, items, CROPS.get(random.nextInt(CROPS.size())));
    maybe(random, 3, items, MODES.get(random.nextInt(MODES.size())));
    maybe(random, 6, items, "rt-" + List.of("90", "180", "270", "N90").get(random.nextInt(4)));
    maybe(random, 4, items, "fo-" + List.of("top", "left", "bottom_right").get(random.nextInt(3)));
    return String.join(",", items);
  }

  private static void maybe(Random random, int outOf, List<String> items, String item) {
    if (random.nextInt(outOf) == 0) {
      items.add(item);
    }
  }

  private static String extent(Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> "0." + (1 + random.nextInt(9)) + random.nextInt(10);
      case 3 -> List.of("1", "1.0", "2", "65536").get(random.nextInt(4));
      default -> Integer.toString(1 + random.nextInt(2_500));
    };
  }

  private static int side(Random random) {
    return random.nextInt(10) == 0 ? 1 + random.nextInt(12) : 1 + random.nextInt(3_000);
  }
}
