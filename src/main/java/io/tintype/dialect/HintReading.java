package io.tintype.dialect;

import io.tintype.dialect.ConsultedHints.Hint;
import io.tintype.model.Extent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** The client hints of one request, and which of them have been asked for. */
public final class HintReading {
  /** Widths are rounded up, so that a few sizes do for all screens. */
  public static final int STEP = 100;

  /** No side may be longer. */
  private static final int LONGEST = 65_535;

  private static final double LEAST_DENSITY = 0.1;
  private static final double MOST_DENSITY = 5;
  private static final int CONTENT_DPR_DIGITS = 2;

  private final ClientHints hints;
  private final Set<Hint> consulted = EnumSet.noneOf(Hint.class);
  private OptionalDouble contentDpr = OptionalDouble.empty();

  /** For one request. */
  public HintReading(ClientHints hints) {
    this.hints = hints;
  }

  /** The width to deliver for the width hinted at; without such a hint not given. */
  public Extent width() {
    consulted.add(Hint.WIDTH);
    OptionalInt selected = upTo(STEP, hints.width().orElse(0));
    return selected.isPresent() ? new Extent.Pixels(selected.getAsInt()) : Extent.AUTO;
  }

  /**
   * The device pixels to deliver for the width hinted at, or else for the whole width of the page;
   * empty without either hint.
   *
   * @param step whose multiples are delivered, at least 1
   */
  public OptionalInt width(int step) {
    consulted.add(Hint.WIDTH);
    consulted.add(Hint.VIEWPORT);
    return upTo(step, hints.width().orElseGet(this::pageWidth));
  }

  private int pageWidth() {
    return (int) Math.round(hints.viewport().orElse(0) * usableDpr());
  }

  private OptionalInt upTo(int step, int hinted) {
    if (hinted < 1 || hinted > LONGEST - step) {
      return OptionalInt.empty();
    }
    consulted.add(Hint.DPR);
    int selected = (hinted + step - 1) / step * step;
    contentDpr =
        OptionalDouble.of(
            BigDecimal.valueOf(selected * usableDpr() / hinted)
                .setScale(CONTENT_DPR_DIGITS, RoundingMode.HALF_UP)
                .doubleValue());
    return OptionalInt.of(selected);
  }

  /** The density to multiply sizes with; 1 for who wants to save data. */
  public double density() {
    consulted.add(Hint.DPR);
    return hints.saveData() ? 1 : usableDpr();
  }

  private double usableDpr() {
    double dpr = hints.dpr().orElse(1);
    return dpr >= LEAST_DENSITY && dpr <= MOST_DENSITY ? dpr : 1;
  }

  /** What has been asked for so far. */
  public ConsultedHints consulted() {
    return new ConsultedHints(consulted, contentDpr);
  }
}
