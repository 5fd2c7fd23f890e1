package io.tintype.cli;

import io.tintype.cli.OptionChain.Untranslatable;
import io.tintype.model.PercentEncoding;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Turns the option of a layer, a text or an object, into the value a URL has. */
final class LayerOption {
  private static final List<String> STYLES =
      List.of("font_weight", "font_style", "text_decoration", "text_align", "stroke");
  private static final String NORMAL = "normal";
  private static final String NONE = "none";

  private LayerOption() {}

  static String of(String name, Object value) throws Untranslatable {
    return switch (value) {
      case String layer -> layer;
      case JsonObject layer when layer.getString("text") != null -> text(layer);
      case JsonObject layer when layer.getString("url") != null ->
          "fetch:"
              + Base64.getUrlEncoder()
                  .encodeToString(layer.getString("url").getBytes(StandardCharsets.UTF_8));
      case JsonObject layer when layer.getString("public_id") != null -> picture(layer);
      default -> throw new Untranslatable("option '" + name + "' is no layer that is known");
    };
  }

  private static String picture(JsonObject layer) {
    List<String> words = new ArrayList<>();
    for (String word : List.of("resource_type", "type")) {
      String said = layer.getString(word, "");
      if (!said.isEmpty() && !said.equals("image") && !said.equals("upload")) {
        words.add(said);
      }
    }
    String format = layer.getString("format", "");
    words.add(
        layer.getString("public_id").replace('/', ':') + (format.isEmpty() ? "" : "." + format));
    return String.join(":", words);
  }

  /** Commas and slashes of the words are percent-encoded twice, as a URL has them. */
  private static String text(JsonObject layer) throws Untranslatable {
    String words = PercentEncoding.encodeSegment(layer.getString("text"));
    String escaped = words.replace("%2C", "%252C").replace("%2F", "%252F");
    if (layer.containsKey("public_id")) {
      return "text:" + layer.getString("public_id").replace('/', ':') + ":" + escaped;
    }
    if (!layer.containsKey("font_family") || !layer.containsKey("font_size")) {
      throw new Untranslatable("a text layer has neither a font nor the name of a style");
    }
    List<String> style = new ArrayList<>();
    style.add(layer.getString("font_family"));
    style.add(String.valueOf(layer.getValue("font_size")));
    for (String word : STYLES) {
      String said = layer.getString(word, "");
      if (!said.isEmpty() && !said.equals(NORMAL) && !said.equals(NONE)) {
        style.add(said);
      }
    }
    for (String spacing : List.of("letter_spacing", "line_spacing")) {
      if (layer.getValue(spacing) != null) {
        style.add(spacing + "_" + layer.getValue(spacing));
      }
    }
    return "text:" + String.join("_", style) + ":" + escaped;
  }
}
