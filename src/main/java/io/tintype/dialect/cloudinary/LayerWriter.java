package io.tintype.dialect.cloudinary;

import io.tintype.model.DeliveryType;
import io.tintype.model.Expression;
import io.tintype.model.Expression.Measure;
import io.tintype.model.Expression.Subject;
import io.tintype.model.Gravity.Direction;
import io.tintype.model.Layer;
import io.tintype.model.Layer.Blend;
import io.tintype.model.PercentEncoding;
import io.tintype.model.Position;
import io.tintype.model.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes layers as groups: what is shown, what is done to it, and where it is applied. */
final class LayerWriter {
  private static final Map<Blend, String> EFFECTS =
      Map.of(
          Blend.MULTIPLY, "multiply",
          Blend.SCREEN, "screen",
          Blend.OVERLAY, "overlay",
          Blend.MASK, "mask",
          Blend.CUTOUT, "cut_out",
          Blend.DISPLACE, "displace");
  private static final List<DeliveryType> DELIVERIES =
      List.of(DeliveryType.UPLOAD, DeliveryType.PRIVATE, DeliveryType.AUTHENTICATED);
  private final boolean typed;
  private final StepWriter steps;

  LayerWriter(boolean typed, StepWriter steps) {
    this.typed = typed;
    this.steps = steps;
  }

  /** The components of one layer. */
  Optional<List<String>> write(Layer layer) {
    String key = layer.blend() == Blend.UNDER ? "u" : "l";
    return content(layer.content(), key)
        .flatMap(
            head ->
                steps
                    .chain(layer.steps())
                    .flatMap(body -> applied(layer).map(end -> group(head, body, end))));
  }

  private static List<String> group(String head, List<String> body, String end) {
    List<String> components = new ArrayList<>();
    components.add(head);
    components.addAll(body);
    components.add(end);
    return components;
  }

  private Optional<String> content(Layer.Content content, String key) {
    return switch (content) {
      case Layer.Picture(var source, var page) ->
          picture(source).map(name -> key + "_" + name + paged(page));
      case Layer.Words(var text) -> TextWriter.write(text, key);
      case Layer.Block _ -> Optional.empty();
    };
  }

  private static String paged(OptionalInt page) {
    return page.isPresent() ? ",pg_" + page.getAsInt() : "";
  }

  private Optional<String> picture(SourceRef source) {
    return switch (source) {
      case SourceRef.Remote(var url) ->
          Optional.of(
              "fetch:"
                  + Base64.getUrlEncoder()
                      .withoutPadding()
                      .encodeToString(url.getBytes(StandardCharsets.UTF_8)));
      case SourceRef.Named named when named.query().isEmpty() -> stored(named.path());
      case SourceRef.Named _, SourceRef.Asset _, SourceRef.Vendor _ -> Optional.empty();
    };
  }

  private Optional<String> stored(String path) {
    if (!typed) {
      return Optional.of(name(path));
    }
    for (DeliveryType delivery : DELIVERIES) {
      String types = "image/" + delivery.word() + "/";
      if (path.startsWith(types)) {
        String kind = delivery == DeliveryType.UPLOAD ? "" : delivery.word() + ":";
        return Optional.of(kind + name(path.substring(types.length())));
      }
    }
    return Optional.empty();
  }

  private static String name(String path) {
    return PercentEncoding.encodeSegment(path.replace('/', ':')).replace("%3A", ":");
  }

  private static Optional<String> applied(Layer layer) {
    ComponentText text = ComponentText.of(Flags.KEY, "layer_apply" + flags(layer));
    Optional.ofNullable(EFFECTS.get(layer.blend())).ifPresent(effect -> text.with("e", effect));
    switch (layer.position()) {
      case Position.At(var direction) -> anchored(text, direction);
      case Position.Inwards(var from, var x, var y) ->
          anchored(text, from)
              .with("x", ofBase(x, Measure.WIDTH))
              .with("y", ofBase(y, Measure.HEIGHT));
      case Position.Offset _ -> text.with("g", Optional.empty());
    }
    return text.text();
  }

  private static ComponentText anchored(ComponentText text, Direction direction) {
    return text.with("g", GeometryWriter.anchor(direction));
  }

  private static Optional<String> ofBase(Expression offset, Measure side) {
    return ValueWriter.length(offset, Subject.BASE, side);
  }

  private static String flags(Layer layer) {
    String cutter = layer.blend() == Blend.CUTTER ? "." + Flags.CUTTER : "";
    return cutter
        + switch (layer.overhang()) {
          case GROWS -> "";
          case TILED -> "." + Flags.TILED;
          case CUT -> isWithin(layer.blend()) ? "" : "." + Flags.NO_OVERFLOW;
        };
  }

  /** Blends that never show a layer beside the picture, so that nothing has to be said. */
  private static boolean isWithin(Blend blend) {
    return switch (blend) {
      case MASK, CUTOUT, CUTTER, DISPLACE -> true;
      case OVER, MULTIPLY, SCREEN, OVERLAY, UNDER -> false;
    };
  }
}
