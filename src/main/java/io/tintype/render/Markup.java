package io.tintype.render;

import io.tintype.font.Typeface;
import io.tintype.model.Text.Style;
import io.tintype.plan.PlannedText;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/**
 * Says to Pango what to write, and with which font each character. Were that left to Pango it would
 * take any font of the process that has the character, and so another customer's.
 *
 * @see <a href="https://docs.gtk.org/Pango/pango_markup.html">Pango markup</a>
 */
final class Markup {
  /**
   * Pango's units of a line height and of a space between letters: of a point, which is a pixel at
   * 72 dots per inch.
   */
  private static final int UNITS = 1024;

  private static final int VARIATION_SELECTORS = 0xFE00;
  private static final int LAST_VARIATION_SELECTOR = 0xFE0F;

  private Markup() {}

  /**
   * Writes it down.
   *
   * @param typefaces what to write with, best first
   */
  static String of(PlannedText text, List<Typeface> typefaces) {
    StringBuilder markup = new StringBuilder("<span fallback=\"false\" insert_hyphens=\"false\"");
    if (text.styles().contains(Style.UNDERLINE)) {
      markup.append(" underline=\"single\"");
    }
    if (text.styles().contains(Style.STRIKETHROUGH)) {
      markup.append(" strikethrough=\"true\"");
    }
    text.lineHeight()
        .ifPresent(
            pixels ->
                markup
                    .append(" line_height=\"")
                    .append((long) UNITS * pangoLineHeight(text.size(), pixels))
                    .append('"'));
    if (text.spacing().letters() != 0) {
      long spacing = Math.round(UNITS * text.spacing().letters());
      markup.append(" letter_spacing=\"").append(spacing).append('"');
    }
    markup.append('>');
    runs(text.text(), typefaces, markup);
    return markup.append("</span>").toString();
  }

  /**
   * The line height to tell Pango, in pixels: lines do not come closer to each other than what is
   * above their baseline, whatever Pango is told, so for more of that there is negative spacing.
   */
  static int pangoLineHeight(int size, int wanted) {
    return Math.max(wanted, 2 * size);
  }

  private static void runs(String text, List<Typeface> typefaces, StringBuilder markup) {
    BreakIterator clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    Typeface first = typefaces.getFirst();
    Typeface current = first;
    int from = 0;
    for (int to = clusters.next(); to != BreakIterator.DONE; to = clusters.next()) {
      String cluster = text.substring(from, to);
      Typeface wanted = typeface(cluster, current, typefaces);
      if (!wanted.equals(current)) {
        markup.append(current.equals(first) ? "" : "</span>");
        if (!wanted.equals(first)) {
          markup.append("<span face=\"").append(wanted.family()).append("\">");
        }
        current = wanted;
      }
      escape(cluster, markup);
      from = to;
    }
    markup.append(current.equals(first) ? "" : "</span>");
  }

  /** Space goes with what is before it; what nothing can write is left to the first. */
  private static Typeface typeface(String cluster, Typeface current, List<Typeface> typefaces) {
    if (cluster.codePoints().allMatch(Markup::isSpace) && has(current, cluster)) {
      return current;
    }
    return typefaces.stream()
        .filter(typeface -> has(typeface, cluster))
        .findFirst()
        .orElse(typefaces.getFirst());
  }

  private static boolean has(Typeface typeface, String cluster) {
    return cluster
        .codePoints()
        .allMatch(character -> isInvisible(character) || typeface.coverage().has(character));
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  /** What needs no glyph: line breaks, joiners, directions, selectors of variants. */
  private static boolean isInvisible(int character) {
    return character == '\n'
        || Character.getType(character) == Character.FORMAT
        || (character >= VARIATION_SELECTORS && character <= LAST_VARIATION_SELECTOR);
  }

  private static void escape(String text, StringBuilder markup) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> markup.append("&amp;");
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '"' -> markup.append("&quot;");
        case '\'' -> markup.append("&#39;");
        default -> markup.append(character);
      }
    }
  }
}
