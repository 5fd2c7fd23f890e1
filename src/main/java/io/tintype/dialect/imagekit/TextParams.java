package io.tintype.dialect.imagekit;

import io.tintype.dialect.Param;
import io.tintype.dialect.ValueReader;
import io.tintype.dialect.Values;
import io.tintype.model.Expression;
import io.tintype.model.Text;
import io.tintype.model.Text.Alignment;
import io.tintype.model.Text.Style;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What words a layer shows, and how they are written. */
final class TextParams {
  private static final int MOST_TENTHS = 9;
  private static final int SIDES = 4;
  private static final Map<String, Alignment> ALIGNMENTS =
      Map.of("left", Alignment.LEFT, "center", Alignment.CENTER, "right", Alignment.RIGHT);
  private static final Map<String, Style> STYLES =
      Map.of(
          "b", Style.BOLD,
          "i", Style.ITALIC,
          "strikethrough", Style.STRIKETHROUGH,
          "underline", Style.UNDERLINE);

  static final List<Param<TextDraft>> ALL =
      List.of(
          Param.named("i").taking(Words.plain()).sets(TextDraft::plain),
          Param.named("ie").taking(Words.encoded()).sets(TextDraft::encoded),
          Param.named("fs").taking(ImageKitValues.length(1, Scope.UNSIZED)).sets(TextDraft::size),
          Param.named("ff").taking(FontValues.reader()).sets(TextDraft::font),
          Param.named("co").taking(Paint.reader()).sets(TextDraft::color),
          Param.named("w").taking(ImageKitValues.pixels(Scope.UNSIZED)).sets(TextDraft::width),
          Param.named("ia").taking(Values.oneOf(ALIGNMENTS)).sets(TextDraft::alignment),
          Param.named("pa").taking(padding()).sets(TextDraft::padding),
          Param.named("bg").taking(ImageKitValues.color()).sets(TextDraft::background),
          Param.named("r").taking(ShapeParams.corners()).sets(TextDraft::corners),
          Param.named("al").taking(Values.integer(1, MOST_TENTHS)).sets(TextDraft::opacity),
          Param.named("tg").taking(styles()).sets(TextDraft::styles),
          Param.named("lh")
              .taking(ImageKitValues.length(1, Scope.UNSIZED))
              .sets(TextDraft::lineHeight));

  private TextParams() {}

  /** As in CSS: one to four sides; arithmetic is for all of them. */
  private static ValueReader<Text.Padding> padding() {
    ValueReader<Text.Padding> plain =
        Values.of("one to four numbers of pixels such as 10_20", TextParams::padding);
    return ImageKitValues.orComputed(plain, Scope.UNSIZED, Text.Padding::all);
  }

  private static Optional<Text.Padding> padding(String text) {
    String[] words = text.split("_", SIDES + 1);
    ValueReader<Integer> side = Values.integer(0, ImageKitValues.MAX_SIDE);
    List<Expression> sides =
        Stream.of(words)
            .flatMap(word -> Values.value(side, word).stream())
            .map(Expression::of)
            .toList();
    if (sides.size() != words.length) {
      return Optional.empty();
    }
    return switch (sides.size()) {
      case 1 -> Optional.of(Text.Padding.all(sides.getFirst()));
      case 2 -> Optional.of(padding(sides, 0, 1, 0, 1));
      case 3 -> Optional.of(padding(sides, 0, 1, 2, 1));
      case SIDES -> Optional.of(padding(sides, 0, 1, 2, 3));
      default -> Optional.empty();
    };
  }

  private static Text.Padding padding(
      List<Expression> sides, int top, int right, int bottom, int left) {
    return new Text.Padding(sides.get(top), sides.get(right), sides.get(bottom), sides.get(left));
  }

  private static ValueReader<Set<Style>> styles() {
    return Values.of(
        "b, i, strikethrough, underline, or several such as b_i",
        text -> {
          Set<Style> styles = EnumSet.noneOf(Style.class);
          for (String word : text.split("_", -1)) {
            Style style = STYLES.get(word);
            if (style == null) {
              return Optional.empty();
            }
            styles.add(style);
          }
          return Optional.of(styles);
        });
  }
}
