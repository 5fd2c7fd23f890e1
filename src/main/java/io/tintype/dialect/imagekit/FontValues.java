package io.tintype.dialect.imagekit;

import io.tintype.dialect.Reading;
import io.tintype.dialect.ValueReader;
import io.tintype.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code ff} takes: a family that ImageKit has, or the path of a font file. */
final class FontValues {
  private static final String EXPECTED =
      "one of ImageKit's font families, or the path of a ttf, otf, woff or woff2 file";

  /** By ImageKit's list of text fonts. */
  private static final Map<String, String> FAMILIES =
      List.of(
              "AbrilFatFace",
              "Amaranth",
              "Arvo",
              "Audiowide",
              "Chivo",
              "Crimson Text",
              "exo",
              "Fredoka One",
              "Gravitas One",
              "Kanit",
              "Lato",
              "Lobster",
              "Lora",
              "Monoton",
              "Montserrat",
              "PT Mono",
              "PT_Serif",
              "Open Sans",
              "Roboto",
              "Old Standard",
              "Ubuntu",
              "Vollkorn")
          .stream()
          .collect(Collectors.toUnmodifiableMap(FontValues::plain, Function.identity()));

  private static final Set<String> FILES = Set.of("ttf", "otf", "woff", "woff2");

  private FontValues() {}

  static ValueReader<Text.Font> reader() {
    return new ValueReader<>(EXPECTED, FontValues::read);
  }

  private static Reading<Text.Font> read(String text) {
    String extension = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (text.indexOf('.') >= 0 && FILES.contains(extension)) {
      return SourceReader.stored().read(text).map(Text.File::new);
    }
    String family = FAMILIES.get(plain(text));
    return family == null ? new Reading.Invalid<>() : new Reading.Value<>(new Text.Family(family));
  }

  /** Letter case, underscores and spaces, also as forms write them, make no difference. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[ _+]", "");
  }
}
