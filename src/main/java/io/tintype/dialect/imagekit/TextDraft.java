package io.tintype.dialect.imagekit;

import io.tintype.model.Color;
import io.tintype.model.Corners;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Layer;
import io.tintype.model.Step;
import io.tintype.model.Text;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a layer says about the words it shows. */
final class TextDraft {
  /** ImageKit's default, in pixels. */
  private static final int USUAL_SIZE = 45;

  private Optional<Words> plain = Optional.empty();
  private Optional<Words> encoded = Optional.empty();
  private Expression size = Expression.of(USUAL_SIZE);
  private Text.Font font = new Text.Family("");
  private Paint color = Paint.BLACK;
  private Extent width = Extent.AUTO;
  private Text.Alignment alignment = Text.Alignment.CENTER;
  private Text.Padding padding = Text.Padding.NONE;
  private Color background = Color.CLEAR;
  private Corners corners = Corners.all(0);
  private OptionalInt opacity = OptionalInt.empty();
  private Set<Text.Style> styles = Set.of();
  private Optional<Expression> lineHeight = Optional.empty();

  void plain(Words words) {
    plain = Optional.of(words);
  }

  void encoded(Words words) {
    encoded = Optional.of(words);
  }

  void size(Expression pixels) {
    size = pixels;
  }

  void font(Text.Font face) {
    font = face;
  }

  void color(Paint paint) {
    color = paint;
  }

  void width(Extent side) {
    width = side;
  }

  void alignment(Text.Alignment lines) {
    alignment = lines;
  }

  void padding(Text.Padding space) {
    padding = space;
  }

  void background(Color box) {
    background = box;
  }

  void corners(Corners ofBox) {
    corners = ofBox;
  }

  void opacity(int tenths) {
    opacity = OptionalInt.of(tenths);
  }

  void styles(Set<Text.Style> ofLetters) {
    styles = ofLetters;
  }

  void lineHeight(Expression pixels) {
    lineHeight = Optional.of(pixels);
  }

  /** The words; empty if there are none. */
  Optional<Layer.Content> content(Usage usage) {
    if (opacity.isPresent() && !color.takesOpacity()) {
      usage.moot("is overridden by the colour's own opacity", "al");
    }
    Color ink = opacity.isPresent() ? color.withOpacity(opacity.getAsInt()) : color.color();
    return words(usage)
        .map(
            words ->
                new Layer.Words(
                    new Text(
                        words.text(),
                        font,
                        size,
                        ink,
                        width,
                        alignment,
                        padding,
                        background,
                        styles,
                        lineHeight,
                        Text.Setting.USUAL)));
  }

  /** The box has its corners before it is turned. */
  Optional<Step> rounding() {
    return Optional.of(corners).filter(some -> !some.areSharp()).map(Step.RoundCorners::new);
  }

  private Optional<Words> words(Usage usage) {
    if (encoded.isPresent()) {
      usage.moot("is overridden by ie", "i");
      return told(encoded.get(), "ie", usage);
    }
    return plain.flatMap(words -> told(words, "i", usage));
  }

  private static Optional<Words> told(Words words, String key, Usage usage) {
    if (words.cut()) {
      usage.moot("is cut: it is too long", key);
    }
    return Optional.of(words);
  }
}
