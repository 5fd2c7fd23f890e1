package io.tintype.dialect.cloudinary;

import io.tintype.model.Color;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Extent;
import io.tintype.model.PercentEncoding;
import io.tintype.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes words and their style. */
final class TextWriter {
  /** What would end a parameter or begin a variable is encoded twice. */
  private static final List<String> TWICE = List.of("%25", "%2C", "%2F", "%24");

  private TextWriter() {}

  /** What begins a layer; empty for fonts, spaces and sizes that no style can name. */
  static Optional<String> write(Text text, String key) {
    Optional<String> style = style(text);
    boolean plain = text.padding().equals(Text.Padding.NONE) && text.lineHeight().isEmpty();
    if (style.isEmpty() || !plain) {
      return Optional.empty();
    }
    ComponentText component =
        ComponentText.of(key, "text:" + style.get() + ":" + encoded(text.text()))
            .withIf(!text.color().equals(Color.BLACK), "co", ValueWriter.color(text.color()))
            .withIf(
                !text.background().equals(Color.CLEAR), "b", ValueWriter.color(text.background()))
            .withIf(text.setting().complete(), Flags.KEY, Flags.DISALLOW_OVERFLOW);
    text.setting()
        .stroke()
        .ifPresent(
            line ->
                component.with(
                    "bo", line.pixels() + "px_solid_" + ValueWriter.color(line.color())));
    return fitted(component, text).text();
  }

  private static ComponentText fitted(ComponentText component, Text text) {
    Extent width = text.width();
    Extent height = text.setting().height();
    if (width.equals(Extent.AUTO) && height.equals(Extent.AUTO)) {
      return component;
    }
    side(component.with("c", "fit"), "w", width, Measure.WIDTH);
    side(component, "h", height, Measure.HEIGHT);
    return component;
  }

  private static void side(ComponentText component, String key, Extent side, Measure measure) {
    switch (side) {
      case Extent.Auto() -> {}
      case Extent.Pixels(var pixels) -> component.with(key, Integer.toString(pixels));
      case Extent.OfSource _ -> component.with(key, Optional.empty());
      case Extent.Computed(var expression) ->
          component.with(key, ValueWriter.length(expression, Subject.BASE, measure));
    }
  }

  private static Optional<String> style(Text text) {
    if (!(text.font() instanceof Text.Family(var family))
        || family.isEmpty()
        || !(text.size() instanceof Expression.Constant(var size))) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    words.add(PercentEncoding.encodeSegment(family));
    words.add(ValueWriter.number(size));
    text.styles().stream().map(TextWriter::word).sorted().forEach(words::add);
    switch (text.alignment()) {
      case LEFT -> {}
      case CENTER -> words.add("center");
      case RIGHT -> words.add("right");
    }
    if (text.setting().letterSpacing() != 0) {
      words.add("letter_spacing_" + ValueWriter.number(text.setting().letterSpacing()));
    }
    text.setting()
        .lineSpacing()
        .ifPresent(pixels -> words.add("line_spacing_" + ValueWriter.number(pixels)));
    if (text.setting().stroke().isPresent()) {
      words.add("stroke");
    }
    return Optional.of(String.join("_", words));
  }

  private static String word(Text.Style style) {
    return switch (style) {
      case BOLD -> "bold";
      case ITALIC -> "italic";
      case STRIKETHROUGH -> "strikethrough";
      case UNDERLINE -> "underline";
    };
  }

  private static String encoded(String words) {
    String once = PercentEncoding.encodeSegment(words);
    for (String escape : TWICE) {
      once = once.replace(escape, "%25" + escape.substring(1));
    }
    return once;
  }
}
