package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.font.FontException;
import io.tintype.font.FontLibrary;
import io.tintype.font.Typeface;
import io.tintype.model.Text;
import io.tintype.plan.Dimensions;
import io.tintype.plan.PlannedText;
import io.tintype.vips.VipsException;
import io.tintype.vips.VipsImage;
import io.tintype.vips.VipsScope;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the words of one job. A box is the ink, with whatever space around it is asked for: that
 * is how ImageKit trims text.
 */
final class TextPainter {
  private static final Logger LOG = LoggerFactory.getLogger(TextPainter.class);

  private final VipsScope scope;
  private final FontLibrary fonts;
  private final Larder larder;
  private final Map<PlannedText, Optional<VipsImage>> written = new HashMap<>();
  private final Map<Text.Font, Typeface> typefaces = new HashMap<>();
  private final Set<String> unmet = new LinkedHashSet<>();

  TextPainter(VipsScope scope, FontLibrary fonts, Larder larder) {
    this.scope = scope;
    this.fonts = fonts;
    this.larder = larder;
  }

  /** Fonts that were asked for in vain, as a URL would name them ({@code ff-Comic Sans}). */
  List<String> unmet() {
    return List.copyOf(unmet);
  }

  /**
   * How large the box of these words is.
   *
   * @throws FaultException {@link Fault.LimitExceeded} if that is too large
   */
  Dimensions measure(PlannedText text) {
    Optional<VipsImage> ink = ink(text);
    PlannedText.Insets padding = text.padding();
    long width = ink.map(VipsImage::width).orElse(0) + (long) padding.left() + padding.right();
    long height = ink.map(VipsImage::height).orElse(0) + (long) padding.top() + padding.bottom();
    Handwriting.check(width, height);
    return new Dimensions((int) Math.max(1, width), (int) Math.max(1, height));
  }

  /** The box of these words: 8-bit sRGB with an alpha channel. */
  VipsImage paint(PlannedText text) {
    Dimensions size = measure(text);
    VipsImage box = Swatch.of(scope, size.width(), size.height(), text.background());
    return ink(text).map(ink -> lettered(box, ink, text)).orElse(box);
  }

  private VipsImage lettered(VipsImage box, VipsImage ink, PlannedText text) {
    VipsImage alpha =
        ink.operation("linear").numbers("a", text.color().alpha()).numbers("b", 0).toImage();
    VipsImage letters =
        Swatch.opaque(scope, ink.width(), ink.height(), text.color()).join(alpha).toPicture();
    int left = text.padding().left();
    int top = text.padding().top();
    return text.background().alpha() == 0
        ? letters.embed(left, top, box.width(), box.height(), samples(text))
        : LayerCompositor.over(box, letters, left, top);
  }

  /** Clear, and of the letters' colour, so that no other colour is mixed in when it is scaled. */
  private static double[] samples(PlannedText text) {
    return new double[] {text.color().red(), text.color().green(), text.color().blue(), 0};
  }

  private Optional<VipsImage> ink(PlannedText text) {
    Optional<VipsImage> known = written.get(text);
    if (known == null) {
      known = write(text);
      written.put(text, known);
    }
    return known;
  }

  private Optional<VipsImage> write(PlannedText text) {
    Typeface typeface = typeface(text.font());
    if (typeface.file().isPresent()) {
      try {
        return handwriting(typeface).write(text);
      } catch (VipsException unusable) {
        LOG.atDebug().addKeyValue("text", unusable.logText()).log("a font cannot be written with");
        typeface = missing(text.font());
        typefaces.put(text.font(), typeface);
      }
    }
    try {
      return handwriting(typeface).write(text);
    } catch (VipsException invisible) {
      LOG.atDebug().addKeyValue("text", invisible.logText()).log("a text cannot be seen");
      return Optional.empty();
    }
  }

  private Handwriting handwriting(Typeface typeface) {
    return new Handwriting(scope, typeface, fonts.fallbacks());
  }

  private Typeface typeface(Text.Font font) {
    return typefaces.computeIfAbsent(font, this::lookUp);
  }

  private Typeface lookUp(Text.Font font) {
    return switch (font) {
      case Text.Family(var name) when name.isEmpty() -> standard();
      case Text.Family(var name) -> fonts.family(name).orElseGet(() -> missing(font));
      case Text.File(var source) ->
          larder.font(source).flatMap(this::custom).orElseGet(() -> missing(font));
    };
  }

  private Optional<Typeface> custom(ImageBytes file) {
    try {
      return Optional.of(fonts.custom(file.memory().toArray(ValueLayout.JAVA_BYTE)));
    } catch (FontException unusable) {
      LOG.atDebug().addKeyValue("text", unusable.getMessage()).log("a font file cannot be used");
      return Optional.empty();
    }
  }

  private Typeface missing(Text.Font font) {
    unmet.add(
        switch (font) {
          case Text.Family(var name) -> "ff-" + name;
          case Text.File(var source) -> "ff-" + source.text().replace("/", "@@");
        });
    return standard();
  }

  private Typeface standard() {
    return fonts
        .standard()
        .orElseThrow(
            () ->
                new FaultException(
                    new Fault.UnsupportedOutput("This gateway has no fonts to write with.")));
  }
}
