package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.Text;
import java.util.List;
import java.util.Optional;

/** What a component says about the words it shows, besides their style. */
final class TextDraft {
  static final ParamTable<TextDraft> PARAMS =
      new ParamTable<>(
          List.of(
              Param.named("co")
                  .taking(CloudinaryValues.color())
                  .sets((draft, paint) -> draft.color = paint),
              Param.named("b")
                  .taking(CloudinaryValues.color().reading("none", Color.CLEAR))
                  .sets((draft, paint) -> draft.background = paint)));

  /** The border of letters. */
  static final ParamTable<TextDraft> STROKE =
      new ParamTable<>(
          List.of(
              Param.named("bo")
                  .taking(LookParams.border())
                  .sets((draft, border) -> draft.stroke = stroke(border))));

  /** The box that words are fitted in. */
  static final ParamTable<TextDraft> BOX =
      new ParamTable<>(
          List.of(
              Param.named("w")
                  .taking(CloudinaryValues.side())
                  .sets((draft, side) -> draft.width = extent(side, Measure.WIDTH)),
              Param.named("h")
                  .taking(CloudinaryValues.side())
                  .sets((draft, side) -> draft.height = extent(side, Measure.HEIGHT))));

  private static final int THICKEST = 100;

  private Color color = Color.BLACK;
  private Color background = Color.CLEAR;
  private Optional<Text.Stroke> stroke = Optional.empty();
  private Extent width = Extent.AUTO;
  private Extent height = Extent.AUTO;

  /**
   * The words.
   *
   * @param complete whether words that do not fit are refused
   */
  Text text(String words, TextStyle style, Text.Font font, boolean complete) {
    return new Text(
        words,
        font,
        Expression.of(style.size()),
        color,
        width,
        style.alignment(),
        Text.Padding.NONE,
        background,
        style.styles(),
        Optional.empty(),
        new Text.Setting(style.letterSpacing(), style.lineSpacing(), stroke, height, complete));
  }

  private static Optional<Text.Stroke> stroke(ComponentDraft.BorderWish border) {
    return border.pixels() == 0
        ? Optional.empty()
        : Optional.of(new Text.Stroke(Math.min(THICKEST, border.pixels()), border.color()));
  }

  /** Multiples are of the picture that the words are put on. */
  private static Extent extent(Length side, Measure measure) {
    return side.ofBase().extent(Subject.BASE, measure, 1);
  }
}
