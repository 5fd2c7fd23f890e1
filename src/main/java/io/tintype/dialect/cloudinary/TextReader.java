package io.tintype.dialect.cloudinary;

import io.tintype.model.DeliveryType;
import io.tintype.model.Layer;
import io.tintype.model.PercentEncoding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code l_text:<style>:<text>}. */
final class TextReader {
  private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final String TEXT = "text:";
  private static final String FIT = "fit";

  private final ChainContext context;
  private final Variables variables;

  TextReader(ChainContext context, Variables variables) {
    this.context = context;
    this.variables = variables;
  }

  /** The font that a layer is written in; empty if it is no text. */
  static Optional<String> familyOf(String layer) {
    return layer.startsWith(TEXT)
        ? Stream.of(layer.substring(TEXT.length()).split(":", -1))
            .flatMap(piece -> TextStyle.read(piece).stream())
            .map(TextStyle::family)
            .findFirst()
        : Optional.empty();
  }

  /** A style, and the folders of its font. */
  private record Look(TextStyle style, List<String> folders) {}

  /**
   * Reads a text, or the name of one that is stored as a picture; empty if it is neither, which is
   * told.
   *
   * @param value what stands behind {@code text:}
   * @param own the component without what begins the layer
   * @param reader for what is done to the finished text
   */
  Optional<LayerReader.Drawn> read(
      Parameter what, String value, Component own, ComponentReader reader) {
    List<String> pieces = List.of(value.split(":", -1));
    for (int at = 0; at < pieces.size(); at++) {
      Optional<TextStyle> style = variables.resolve(pieces.get(at)).flatMap(TextStyle::read);
      if (style.isPresent()) {
        String written = String.join(":", pieces.subList(at + 1, pieces.size()));
        Look look = new Look(style.get(), pieces.subList(0, at));
        return words(what, written).map(words -> drawn(words, look, own, reader));
      }
    }
    if (pieces.size() == 1 && !value.isEmpty()) {
      return Optional.of(
          new LayerReader.Drawn(
              new Layer.Picture(
                  context.pictures().asset(DeliveryType.TEXT, value), OptionalInt.empty()),
              reader.read(own)));
    }
    context.unsupported(what, "needs a text style that is stored at Cloudinary");
    return Optional.empty();
  }

  private LayerReader.Drawn drawn(String words, Look look, Component own, ComponentReader reader) {
    TextStyle style = look.style();
    TextDraft draft = reader.read(own, TextDraft.PARAMS, new TextDraft());
    Component rest = own.without("b");
    if (style.isStroked()) {
      reader.read(own, TextDraft.STROKE, draft);
      rest = rest.without("bo");
    }
    if (own.last("c").filter(mode -> mode.value().equals(FIT)).isPresent()) {
      reader.read(own, TextDraft.BOX, draft);
      rest = rest.without("c", "w", "h");
    }
    boolean complete = own.hasFlag(Flags.DISALLOW_OVERFLOW);
    Layer.Content content =
        new Layer.Words(
            draft.text(words, style, style.font(look.folders(), context.pictures()), complete));
    return new LayerReader.Drawn(content, reader.read(rest));
  }

  /** Variables replaced; what is still encoded has been encoded twice. */
  private Optional<String> words(Parameter what, String written) {
    Optional<String> words = variables.resolveText(written).map(TextReader::decoded);
    if (words.filter(text -> !text.isBlank()).isEmpty()) {
      context.invalid(what, "a style and a text, with variables that are defined before");
      return Optional.empty();
    }
    return words;
  }

  /** Escapes are decoded wherever they are some, since text may have per cent signs of its own. */
  static String decoded(String text) {
    return ESCAPES
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    PercentEncoding.decode(escape.group()).orElse(escape.group())));
  }
}
