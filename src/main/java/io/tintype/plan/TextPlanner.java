package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Expression;
import io.tintype.model.Text;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Decides the numbers of a text from the size of the picture it is put on. */
final class TextPlanner {
  /** ImageKit, "Text layers": what is not given, or cannot be computed. */
  private static final int USUAL_SIZE = 45;

  private final Measured base;
  private final Figures figures;
  private final Probe probe;

  /**
   * For texts on one picture.
   *
   * @param figures know that picture only
   */
  TextPlanner(Measured base, Figures figures, Probe probe) {
    this.base = base;
    this.figures = figures;
    this.probe = probe;
  }

  /**
   * Decides.
   *
   * @throws FaultException {@link Fault.LimitExceeded} if the box would surely be too large, or the
   *     words have to be complete and do not fit
   */
  PlannedText plan(Text text) {
    PlannedText words = words(text);
    Text.Setting setting = text.setting();
    long most = Wish.pixels("h", setting.height(), base.size().height(), figures);
    return most == 0 ? words : new TextFitter(probe, most).fitted(words, setting.complete());
  }

  private PlannedText words(Text text) {
    long width = Wish.pixels("w", text.width(), base.size().width(), figures);
    Text.Padding padding = text.padding();
    return new PlannedText(
        text.text(),
        text.font(),
        checked(figures.pixels("fs", text.size(), Quantity.LENGTH).orElse(USUAL_SIZE)),
        text.color(),
        width == 0 ? OptionalInt.empty() : OptionalInt.of(checked(width)),
        text.alignment(),
        new PlannedText.Insets(
            inset(padding.top()),
            inset(padding.right()),
            inset(padding.bottom()),
            inset(padding.left())),
        text.background(),
        text.styles(),
        lineHeight(text),
        spacing(text.setting()));
  }

  private static PlannedText.Spacing spacing(Text.Setting setting) {
    return new PlannedText.Spacing(
        setting.letterSpacing(),
        (int) Math.rint(setting.lineSpacing().orElse(0)),
        setting.stroke());
  }

  /**
   * Refuses boxes nobody wants to read.
   *
   * @throws FaultException {@link Fault.LimitExceeded}
   */
  static Size checked(Dimensions box) {
    return new Size(checked(box.width()), checked(box.height()));
  }

  private OptionalInt lineHeight(Text text) {
    OptionalLong height =
        text.lineHeight()
            .map(line -> figures.pixels("lh", line, Quantity.LENGTH))
            .orElseGet(OptionalLong::empty);
    return height.isEmpty() ? OptionalInt.empty() : OptionalInt.of(checked(height.getAsLong()));
  }

  private int inset(Expression side) {
    return checked(figures.pixels("pa", side, Quantity.SPACE).orElse(0));
  }

  private static int checked(long side) {
    if (side > PlannedText.LARGEST_SIDE) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "text",
              "A text layer needs a side of %d pixels, more than the %d allowed."
                  .formatted(side, PlannedText.LARGEST_SIDE)));
    }
    return (int) side;
  }
}
