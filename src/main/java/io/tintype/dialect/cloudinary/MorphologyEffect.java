package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.dialect.cloudinary.ComponentDraft.Effect;
import io.tintype.model.Adjustment;
import io.tintype.model.MorphologyMethod;
import io.tintype.model.Neighbourhood;
import io.tintype.model.Neighbourhood.Shape;
import io.tintype.model.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code morphology:method_…;iterations_…;kernel_…;radius_…}, in any order. */
final class MorphologyEffect {
  private static final String METHOD = "method";
  private static final String ITERATIONS = "iterations";
  private static final String KERNEL = "kernel";
  private static final String RADIUS = "radius";
  private static final Set<String> KEYS = Set.of(METHOD, ITERATIONS, KERNEL, RADIUS);
  private static final String UNITY = "unity";
  private static final String RECTANGLE = "rectangle";
  private static final int MOST = 10;

  /** Beyond, a large picture would take minutes. */
  private static final double FARTHEST = 20;

  private static final Map<String, MorphologyMethod> METHODS =
      Map.ofEntries(
          entry("erode", MorphologyMethod.ERODE),
          entry("dilate", MorphologyMethod.DILATE),
          entry("open", MorphologyMethod.OPEN),
          entry("close", MorphologyMethod.CLOSE),
          entry("smooth", MorphologyMethod.SMOOTH),
          entry("edge_in", MorphologyMethod.EDGE_IN),
          entry("edge_out", MorphologyMethod.EDGE_OUT),
          entry("edge", MorphologyMethod.EDGE),
          entry("top_hat", MorphologyMethod.TOP_HAT),
          entry("bottom_hat", MorphologyMethod.BOTTOM_HAT));

  /** With the radius that ImageMagick gives them if none is said. */
  private static final Map<String, Neighbourhood> KERNELS =
      Map.of(
          UNITY,
          new Neighbourhood(Shape.SQUARE, 0),
          RECTANGLE,
          new Neighbourhood(Shape.SQUARE, 1),
          "square",
          new Neighbourhood(Shape.SQUARE, 1),
          "diamond",
          new Neighbourhood(Shape.DIAMOND, 1),
          "octagon",
          new Neighbourhood(Shape.OCTAGON, 2),
          "disk",
          new Neighbourhood(Shape.DISK, 4.3),
          "plus",
          new Neighbourhood(Shape.PLUS, 2),
          "cross",
          new Neighbourhood(Shape.CROSS, 2));

  private MorphologyEffect() {}

  static ValueReader<Effect> reader() {
    return new ValueReader<>(
        "a method, iterations from 1 to 10, a kernel and a radius from 0 to 10",
        MorphologyEffect::read);
  }

  private static Reading<Effect> read(String text) {
    Map<String, String> words = new HashMap<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      int end = Math.max(0, word.indexOf('_'));
      words.put(word.substring(0, end), word.substring(Math.min(end + 1, word.length())));
    }
    Optional<Integer> iterations =
        Values.value(Values.integer(1, MOST), words.getOrDefault(ITERATIONS, "1"));
    Optional<Double> radius =
        Values.value(Values.decimal(0, MOST), words.getOrDefault(RADIUS, "0"));
    if (!KEYS.containsAll(words.keySet()) || iterations.isEmpty() || radius.isEmpty()) {
      return new Reading.Invalid<>();
    }
    String kernel = words.getOrDefault(KERNEL, "octagon");
    Optional<MorphologyMethod> method = Optional.ofNullable(words.get(METHOD)).map(METHODS::get);
    boolean sided = kernel.equals(RECTANGLE) && words.containsKey(RADIUS);
    if (method.isEmpty() || !KERNELS.containsKey(kernel) || sided) {
      return new Reading.Unsupported<>(ValueReader.NOT_YET);
    }
    Neighbourhood around = sized(kernel, radius.get());
    if (around.radius() * iterations.get() > FARTHEST) {
      return new Reading.Unsupported<>("needs a radius and iterations whose product is at most 20");
    }
    Step step = new Step.Adjust(new Adjustment.Morphology(method.get(), around, iterations.get()));
    return new Reading.Value<>(_ -> List.of(step));
  }

  /** A radius below 1 is none. */
  private static Neighbourhood sized(String kernel, double radius) {
    Neighbourhood usual = KERNELS.getOrDefault(kernel, new Neighbourhood(Shape.SQUARE, 0));
    return radius < 1 || kernel.equals(UNITY) ? usual : new Neighbourhood(usual.shape(), radius);
  }

  static String write(Adjustment.Morphology wish) {
    Neighbourhood around = wish.around();
    String kernel =
        around.reach() == 0
            ? UNITY
            : around.shape().name().toLowerCase(Locale.ROOT)
                + ";"
                + RADIUS
                + "_"
                + ValueWriter.number(around.radius());
    return "morphology:method_%s;iterations_%d;kernel_%s"
        .formatted(wish.method().name().toLowerCase(Locale.ROOT), wish.iterations(), kernel);
  }
}
