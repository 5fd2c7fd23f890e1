package io.tintype.proof;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Words as Java's own text layout and rasterizer draw them, trimmed to the ink. */
final class Lettering {
  private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);
  private static final Path FAMILIES =
      Path.of(System.getProperty("tintype.native", "target/native/node_modules"))
          .resolve("@expo-google-fonts");

  private final Font font;
  private final Tint tint;
  private final double alignment;
  private final int width;
  private final int lineHeight;

  /**
   * In one style.
   *
   * @param face a bundled file without its ending, such as {@code OpenSans_400Regular}
   * @param size of an em, in pixels
   * @param alignment 0 is left, 1 right
   * @param width to break lines at; 0 = anything
   * @param lineHeight from one baseline to the next
   */
  Lettering(String face, int size, Tint tint, double alignment, int width, int lineHeight) {
    this.font =
        face(face)
            .deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON))
            .deriveFont((float) size);
    this.tint = tint;
    this.alignment = alignment;
    this.width = width;
    this.lineHeight = lineHeight;
  }

  Sheet written(String text) {
    List<TextLayout> lines = broken(text).stream().map(this::layout).toList();
    double longest = lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
    Path2D ink = new Path2D.Double();
    for (int i = 0; i < lines.size(); i++) {
      TextLayout line = lines.get(i);
      double indent = alignment * (longest - line.getAdvance());
      ink.append(
          line.getOutline(AffineTransform.getTranslateInstance(indent, i * (double) lineHeight)),
          false);
    }
    return drawn(ink);
  }

  private Sheet drawn(Path2D ink) {
    Rectangle2D box = ink.getBounds2D();
    int left = (int) Math.floor(box.getMinX());
    int top = (int) Math.floor(box.getMinY());
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(box.getMaxX()) - left,
            (int) Math.ceil(box.getMaxY()) - top,
            BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-left, -top);
    graphics.fill(ink);
    graphics.dispose();
    return Sheet.of(
        image.getWidth(),
        image.getHeight(),
        (x, y, band) ->
            band < Sheet.ALPHA
                ? tint.at(band)
                : (image.getRGB(x, y) >>> 24) * tint.at(Sheet.ALPHA) / Sheet.FULL);
  }

  /** As many words in each line as fit. */
  private List<String> broken(String text) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width > 0 && !line.isEmpty() && layout(longer).getAdvance() > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines;
  }

  private TextLayout layout(String line) {
    return new TextLayout(line, font, UNHINTED);
  }

  private static Font face(String name) {
    try (Stream<Path> files = Files.walk(FAMILIES)) {
      Path file =
          files
              .filter(one -> one.endsWith(name + ".ttf"))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("no font file " + name));
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (FontFormatException broken) {
      throw new IllegalArgumentException(name, broken);
    }
  }
}
