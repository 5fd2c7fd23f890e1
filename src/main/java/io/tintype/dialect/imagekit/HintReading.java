package io.tintype.dialect.imagekit;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.ConsultedHints.Hint;
import io.tintype.model.Extent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/** The client hints of one request, and which of them have been asked for. */
final class HintReading {
  /** Widths are rounded up, so that a few sizes do for all screens. */
  private static final int STEP = 100;

  private static final double LEAST_DENSITY = 0.1;
  private static final double MOST_DENSITY = 5;
  private static final int CONTENT_DPR_DIGITS = 2;

  private final ClientHints hints;
  private final Set<Hint> consulted = EnumSet.noneOf(Hint.class);
  private OptionalDouble contentDpr = OptionalDouble.empty();

  HintReading(ClientHints hints) {
    this.hints = hints;
  }

  /** The width to deliver for the width hinted at; without such a hint not given. */
  Extent width() {
    consulted.add(Hint.WIDTH);
    int hinted = hints.width().orElse(0);
    if (hinted < 1 || hinted > ImageKitValues.MAX_SIDE - STEP) {
      return Extent.AUTO;
    }
    consulted.add(Hint.DPR);
    int selected = (hinted + STEP - 1) / STEP * STEP;
    contentDpr =
        OptionalDouble.of(
            BigDecimal.valueOf(selected * usableDpr() / hinted)
                .setScale(CONTENT_DPR_DIGITS, RoundingMode.HALF_UP)
                .doubleValue());
    return new Extent.Pixels(selected);
  }

  /** The density to multiply sizes with; 1 for who wants to save data. */
  double density() {
    consulted.add(Hint.DPR);
    return hints.saveData() ? 1 : usableDpr();
  }

  private double usableDpr() {
    double dpr = hints.dpr().orElse(1);
    return dpr >= LEAST_DENSITY && dpr <= MOST_DENSITY ? dpr : 1;
  }

  ConsultedHints consulted() {
    return new ConsultedHints(consulted, contentDpr);
  }
}
