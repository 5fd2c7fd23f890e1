package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.font.FontException;
import io.tintype.font.FontLibrary;
import io.tintype.font.Typeface;
import io.tintype.model.Color;
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
    long stroke = 2L * text.spacing().reach();
    long width = ink.map(VipsImage::width).orElse(0) + stroke + padding.left() + padding.right();
    long height = ink.map(VipsImage::height).orElse(0) + stroke + padding.top() + padding.bottom();
    Handwriting.check(width, height);
    return new Dimensions((int) Math.max(1, width), (int) Math.max(1, height));
  }

  /** The box of these words: 8-bit sRGB with an alpha channel. */
  VipsImage paint(PlannedText text) {
    Dimensions size = measure(text);
    return ink(text)
        .map(ink -> lettered(ink, size, text))
        .orElseGet(() -> Swatch.of(scope, size.width(), size.height(), text.background()));
  }

  /** Every pixel follows from how much ink there is. */
  private VipsImage lettered(VipsImage ink, Dimensions size, PlannedText text) {
    int reach = text.spacing().reach();
    VipsImage spread =
        ink.embed(
            text.padding().left() + reach,
            text.padding().top() + reach,
            size.width(),
            size.height(),
            0);
    return text.spacing()
        .stroke()
        .map(
            stroke ->
                LayerCompositor.over(
                    colored(Strokes.around(spread, reach), text.background(), stroke.color()),
                    colored(spread, Color.CLEAR, text.color()),
                    0,
                    0))
        .orElseGet(() -> colored(spread, text.background(), text.color()));
  }

  private VipsImage colored(VipsImage ink, Color ground, Color paint) {
    VipsImage colors = scope.picture(Inks.LEVELS, 1, Inks.BANDS, Inks.on(ground, paint));
    return ink.operation("maplut").image("lut", colors).toImage().toPicture();
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
