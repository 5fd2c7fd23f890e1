package io.tintype.plan;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Box;
import io.tintype.model.Extent;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.OptionalInt;

/** Plans of tests: small words for sources and steps. */
final class Plans {
  private static final OutputRules LENIENT = new OutputRules(80, List.of(), 4_000_000, false);
  private static final OutputRules STRICT = new OutputRules(80, List.of(), 4_000_000, true);

  private Plans() {}

  static RenderPlan plan(SourceHeader header, Probe probe, Step... steps) {
    return plan(header, probe, new Transformation(List.of(steps), Output.DEFAULT));
  }

  static RenderPlan plan(SourceHeader header, Probe probe, Transformation transformation) {
    return new Planner()
        .plan(header, transformation, Accepts.NEITHER, LENIENT, Limits.DEFAULT, probe);
  }

  static Fault fault(SourceHeader header, Probe probe, Step... steps) {
    return catchThrowableOfType(FaultException.class, () -> plan(header, probe, steps)).fault();
  }

  static Fault strictFault(SourceHeader header, Probe probe, Step... steps) {
    Transformation transformation = new Transformation(List.of(steps), Output.DEFAULT);
    return catchThrowableOfType(
            FaultException.class,
            () ->
                new Planner()
                    .plan(header, transformation, Accepts.NEITHER, STRICT, Limits.DEFAULT, probe))
        .fault();
  }

  static SourceHeader png(String size) {
    return of(ImageFormat.PNG, size, false);
  }

  static SourceHeader clear(String size) {
    return of(ImageFormat.PNG, size, true);
  }

  static SourceHeader of(ImageFormat format, String size, boolean alpha) {
    List<String> sides = List.of(size.split("x", -1));
    return new SourceHeader(
        format,
        Integer.parseInt(sides.get(0)),
        Integer.parseInt(sides.get(1)),
        1,
        alpha,
        1,
        OptionalInt.empty());
  }

  static SourceHeader moving(String size, int frames) {
    SourceHeader still = of(ImageFormat.GIF, size, true);
    return new SourceHeader(
        still.format(), still.width(), still.height(), frames, true, 1, OptionalInt.empty());
  }

  /** Sides as {@code 300x0.5}, {@code -} for none, or expressions. */
  static Box box(String wish) {
    List<String> sides = List.of(wish.split("x", -1));
    return new Box(extent(sides.get(0)), extent(sides.get(1)), 0, 1);
  }

  static Extent extent(String side) {
    if (side.equals("-")) {
      return Extent.AUTO;
    }
    if (side.startsWith("0.")) {
      return new Extent.OfSource(Double.parseDouble(side));
    }
    return Character.isDigit(side.charAt(0))
        ? new Extent.Pixels(Integer.parseInt(side))
        : new Extent.Computed(Numbers.of(side));
  }

  static String sizeOf(RenderPlan plan) {
    return plan.width() + "x" + plan.height();
  }
}
