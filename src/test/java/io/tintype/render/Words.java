package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.model.Text;
import io.tintype.plan.PlannedText;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/** Words of a test: black letters of 45 pixels on nothing, in the default font. */
final class Words {
  private final String text;
  private final Set<Text.Style> styles = EnumSet.noneOf(Text.Style.class);
  private Text.Font font = new Text.Family("");
  private int size = 45;
  private Color color = Color.BLACK;
  private OptionalInt width = OptionalInt.empty();
  private Text.Alignment alignment = Text.Alignment.CENTER;
  private PlannedText.Insets padding = new PlannedText.Insets(0, 0, 0, 0);
  private Color background = Color.CLEAR;
  private OptionalInt lineHeight = OptionalInt.empty();

  private Words(String text) {
    this.text = text;
  }

  static Words of(String text) {
    return new Words(text);
  }

  Words family(String name) {
    font = new Text.Family(name);
    return this;
  }

  Words file(String name) {
    font = new Text.File(Scene.named(name));
    return this;
  }

  Words size(int pixels) {
    size = pixels;
    return this;
  }

  Words color(Color wanted) {
    color = wanted;
    return this;
  }

  Words width(int pixels) {
    width = OptionalInt.of(pixels);
    return this;
  }

  Words align(Text.Alignment wanted) {
    alignment = wanted;
    return this;
  }

  Words padding(int top, int right, int bottom, int left) {
    padding = new PlannedText.Insets(top, right, bottom, left);
    return this;
  }

  Words on(Color box) {
    background = box;
    return this;
  }

  Words style(Text.Style style) {
    styles.add(style);
    return this;
  }

  Words lineHeight(int pixels) {
    lineHeight = OptionalInt.of(pixels);
    return this;
  }

  PlannedText planned() {
    return new PlannedText(
        text,
        font,
        size,
        color,
        width,
        alignment,
        padding,
        background,
        styles,
        lineHeight,
        PlannedText.Spacing.USUAL);
  }

  Scene scene() {
    return Scene.of(planned());
  }
}
