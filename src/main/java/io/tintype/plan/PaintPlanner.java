package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Adjustment;
import io.tintype.model.Expression;
import io.tintype.model.Step;
import java.util.Optional;

/** Plans the steps that change what a picture looks like and not its size. */
final class PaintPlanner {
  /** What libvips takes as no blur ({@code gaussblur.c}). */
  private static final double LEAST_SIGMA = 0.2;

  /** ImageKit, "Shadow". */
  private static final long LARGEST_WITH_SHADOW = 2_000_000;

  /** Of one colour along the shorter side, unless said otherwise. */
  private static final double BLOCKS = 20;

  private final Draft draft;
  private final Surroundings surroundings;

  PaintPlanner(Draft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  void tone(Step.Tone tone) {
    switch (tone) {
      case Step.Local local -> paint(isVisible(local), decided(local, draft.size()));
      case Step.Grayscale() -> draft.change(new PlannedStep.Grayscale());
      case Step.StretchContrast() -> draft.change(new PlannedStep.StretchContrast());
      case Step.Sharpen(var amount) -> paint(amount.orElse(1) > 0, new PlannedStep.Sharpen(amount));
      case Step.UnsharpMask(var radius, var sigma, var amount, var threshold) ->
          paint(
              sigma > 0 && amount > 0,
              new PlannedStep.UnsharpMask(radius, sigma, amount, threshold));
      case Step.ReplaceColor(var to, var tolerance, var from) ->
          draft.change(new PlannedStep.ReplaceColor(to, tolerance, from));
      case Step.Colorize(var color, var intensity) ->
          paint(intensity > 0, new PlannedStep.Colorize(color, intensity));
      case Step.Adjust(var adjustment) -> adjust(adjustment);
      case Step.Within within -> within(within);
      case Step.FadeEdge edge -> fadeEdge(edge);
    }
  }

  private void adjust(Adjustment adjustment) {
    paint(draft.alpha() || !adjustment.needsAlpha(), new PlannedStep.Adjust(adjustment));
    if (adjustment.fades()) {
      draft.addAlpha();
    }
  }

  private static PlannedStep.Tone decided(Step.Local tone, Size picture) {
    return switch (tone) {
      case Step.Blur(var sigma) -> new PlannedStep.Blur(sigma);
      case Step.Pixelate(var side) -> {
        long shorter = Math.min(picture.width(), picture.height());
        int usual = (int) Math.max(1, Rounding.of(shorter / BLOCKS));
        yield new PlannedStep.Adjust(new Adjustment.Pixelate(side.orElse(usual)));
      }
    };
  }

  private static boolean isVisible(Step.Local tone) {
    return !(tone instanceof Step.Blur(var sigma)) || sigma >= LEAST_SIGMA;
  }

  private void within(Step.Within wish) {
    Figures figures = surroundings.figures(draft.evaluator());
    Size picture = draft.size();
    long left = figures.pixels("x", wish.left(), Quantity.COORDINATE).orElse(0);
    long top = figures.pixels("y", wish.top(), Quantity.COORDINATE).orElse(0);
    long right = left + side(figures, "w", wish.width(), picture.width() - left);
    long bottom = top + side(figures, "h", wish.height(), picture.height() - top);
    int fromX = (int) Math.max(0, left);
    int fromY = (int) Math.max(0, top);
    int wide = (int) (Math.min(picture.width(), right) - fromX);
    int high = (int) (Math.min(picture.height(), bottom) - fromY);
    if (wide <= 0 || high <= 0) {
      return;
    }
    PlannedStep.Tone tone = decided(wish.tone(), new Size(wide, high));
    PlannedStep.Cut region = new PlannedStep.Cut(fromX, fromY, wide, high);
    paint(isVisible(wish.tone()), new PlannedStep.Within(region, tone));
  }

  private static long side(
      Figures figures, String name, Optional<Expression> wish, long otherwise) {
    return wish.isPresent()
        ? figures.pixels(name, wish.get(), Quantity.SIDE).orElse(otherwise)
        : otherwise;
  }

  private void fadeEdge(Step.FadeEdge wish) {
    Figures figures = surroundings.figures(draft.evaluator());
    long reach =
        figures.pixels(wish.vertical() ? "y" : "x", wish.reach(), Quantity.COORDINATE).orElse(0);
    if (reach != 0 && wish.exponent() > 0) {
      adjust(
          new Adjustment.FadeEdges(
              wish.vertical(),
              reach > 0 || wish.symmetric(),
              reach < 0 || wish.symmetric(),
              Math.abs(reach),
              wish.exponent()));
    }
  }

  void gradient(Step.Gradient gradient) {
    double angle = Math.toRadians(gradient.degrees());
    Size picture = draft.size();
    double line =
        picture.width() * Math.abs(Math.sin(angle)) + picture.height() * Math.abs(Math.cos(angle));
    paint(
        gradient.from().alpha() > 0 || gradient.to().alpha() > 0,
        new PlannedStep.Gradient(
            gradient.degrees(), gradient.from(), gradient.to(), length(gradient, line)));
  }

  /** Behind something opaque a shadow cannot be seen. */
  void shadow(Step.Shadow shadow) {
    Size picture = draft.size();
    if (picture.pixels() > LARGEST_WITH_SHADOW) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "shadow",
              "A shadow is drawn behind pictures of up to %d pixels, not behind one of %dx%d."
                  .formatted(LARGEST_WITH_SHADOW, picture.width(), picture.height())));
    }
    paint(
        draft.alpha() && shadow.strength() > 0,
        new PlannedStep.Shadow(
            shadow.blur(),
            shadow.strength(),
            (int) Evaluator.rounded(shadow.x() * picture.width()),
            (int) Evaluator.rounded(shadow.y() * picture.height())));
  }

  void fade(double opacity) {
    if (opacity < 1) {
      draft.change(new PlannedStep.Fade(opacity));
      draft.addAlpha();
    }
  }

  /** Below 1 a share of the way, exactly 1 the whole of it, else pixels. */
  private double length(Step.Gradient gradient, double line) {
    double stop =
        surroundings
            .figures(draft.evaluator())
            .number("e-gradient-sp", gradient.stop(), Quantity.STOP)
            .orElse(1);
    return stop <= 1 ? stop * line : Math.max(1, Evaluator.rounded(stop));
  }

  private void paint(boolean visible, PlannedStep step) {
    if (visible) {
      draft.change(step);
    }
  }
}
