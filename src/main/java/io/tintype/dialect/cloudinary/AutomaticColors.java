package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Reading;
import io.tintype.dialect.Values;
import io.tintype.model.Backdrop;
import io.tintype.model.Backdrop.Area;
import io.tintype.model.Backdrop.Spread;
import io.tintype.model.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Backgrounds that have the picture's colours: {@code auto} and what follows it. */
final class AutomaticColors {
  private static final String PREDOMINANT = "predominant";
  private static final Pattern TEXT =
      Pattern.compile(
          "auto(?::(border|predominant)(_gradient)?(_contrast)?)?(?::([24]))?"
              + "(?::(horizontal|vertical|diagonal_desc|diagonal_asc))?(?::palette_(.+))?");
  private static final Map<String, Spread> DIRECTIONS =
      Map.of(
          "horizontal", Spread.HORIZONTAL,
          "vertical", Spread.VERTICAL,
          "diagonal_desc", Spread.DESCENDING,
          "diagonal_asc", Spread.ASCENDING);

  private AutomaticColors() {}

  /** {@code auto[:<mode>][:<colours>][:<direction>][:palette_<colour>_<colour>…]}. */
  static Reading<Backdrop> read(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return new Reading.Invalid<>();
    }
    Optional<List<Color>> palette =
        matcher.group(6) == null ? Optional.of(List.of()) : palette(matcher.group(6));
    Area area = PREDOMINANT.equals(matcher.group(1)) ? Area.EVERYWHERE : Area.EDGES;
    return palette
        .<Reading<Backdrop>>map(
            colors ->
                new Reading.Value<>(
                    new Backdrop.Dominant(area, spread(matcher), matcher.group(3) != null, colors)))
        .orElseGet(Reading.Invalid::new);
  }

  /** Numbers and directions are about gradients; with four colours there is no direction. */
  private static Spread spread(Matcher matcher) {
    if (matcher.group(2) == null) {
      return Spread.PLAIN;
    }
    String direction = matcher.group(5);
    if ("4".equals(matcher.group(4))) {
      return Spread.CORNERS;
    }
    return direction == null
        ? Spread.LENGTHWISE
        : DIRECTIONS.getOrDefault(direction, Spread.LENGTHWISE);
  }

  private static Optional<List<Color>> palette(String text) {
    List<Color> colors = new ArrayList<>();
    for (String word : text.split("_", -1)) {
      Optional<Color> color = Values.value(CloudinaryValues.color(), word);
      if (color.isEmpty()) {
        return Optional.empty();
      }
      colors.add(Color.opaque(color.get().red(), color.get().green(), color.get().blue()));
    }
    return Optional.of(colors);
  }

  static String write(Backdrop.Dominant backdrop) {
    if (backdrop.equals(new Backdrop.Dominant(Spread.PLAIN))) {
      return "auto";
    }
    StringBuilder text =
        new StringBuilder("auto:").append(backdrop.area() == Area.EDGES ? "border" : PREDOMINANT);
    text.append(backdrop.spread() == Spread.PLAIN ? "" : "_gradient")
        .append(backdrop.contrast() ? "_contrast" : "")
        .append(
            switch (backdrop.spread()) {
              case PLAIN, LENGTHWISE -> "";
              case HORIZONTAL -> ":horizontal";
              case VERTICAL -> ":vertical";
              case DESCENDING -> ":diagonal_desc";
              case ASCENDING -> ":diagonal_asc";
              case CORNERS -> ":4";
            });
    if (!backdrop.palette().isEmpty()) {
      text.append(
          backdrop.palette().stream()
              .map(ValueWriter::color)
              .collect(Collectors.joining("_", ":palette_", "")));
    }
    return text.toString();
  }
}
