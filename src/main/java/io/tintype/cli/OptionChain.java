package io.tintype.cli;

import static java.util.Map.entry;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Turns options, as Cloudinary's Admin API lists them, into components of a URL, as its SDKs do
 * (cloudinary-core, {@code generate_transformation_string}).
 */
final class OptionChain {
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          entry("angle", "a"),
          entry("aspect_ratio", "ar"),
          entry("audio_codec", "ac"),
          entry("audio_frequency", "af"),
          entry("background", "b"),
          entry("bit_rate", "br"),
          entry("border", "bo"),
          entry("color", "co"),
          entry("color_space", "cs"),
          entry("crop", "c"),
          entry("custom_function", "fn"),
          entry("default_image", "d"),
          entry("delay", "dl"),
          entry("density", "dn"),
          entry("dpr", "dpr"),
          entry("duration", "du"),
          entry("effect", "e"),
          entry("end_offset", "eo"),
          entry("fetch_format", "f"),
          entry("flags", "fl"),
          entry("format", "f"),
          entry("fps", "fps"),
          entry("gravity", "g"),
          entry("height", "h"),
          entry("if", "if"),
          entry("keyframe_interval", "ki"),
          entry("named", "t"),
          entry("opacity", "o"),
          entry("overlay", "l"),
          entry("page", "pg"),
          entry("prefix", "p"),
          entry("quality", "q"),
          entry("radius", "r"),
          entry("start_offset", "so"),
          entry("streaming_profile", "sp"),
          entry("transformation", "t"),
          entry("underlay", "u"),
          entry("video_codec", "vc"),
          entry("video_sampling", "vs"),
          entry("width", "w"),
          entry("x", "x"),
          entry("y", "y"),
          entry("zoom", "z"));

  private static final String RAW = "raw_transformation";
  private static final String VARIABLES = "variables";

  private OptionChain() {}

  /** Something that has no translation; its message names it. */
  static final class Untranslatable extends Exception {
    private static final long serialVersionUID = 1L;

    Untranslatable(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * The chain of a definition.
   *
   * @param info a chain as a URL has it, one component's options, or a list of them
   */
  static String of(Object info) throws Untranslatable {
    return switch (info) {
      case String chain -> chain;
      case JsonObject options -> component(options);
      case JsonArray components -> {
        List<String> chain = new ArrayList<>();
        for (Object component : components) {
          chain.add(of(component));
        }
        yield chain.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("/"));
      }
      default -> throw new Untranslatable("the definition is neither a text nor options");
    };
  }

  private static String component(JsonObject options) throws Untranslatable {
    List<String> first = new ArrayList<>();
    Map<String, String> byKey = new TreeMap<>();
    String raw = "";
    for (Map.Entry<String, Object> option : options) {
      String name = option.getKey();
      Object value = option.getValue();
      if (name.equals(RAW)) {
        raw = text(name, value);
      } else if (name.equals(VARIABLES)) {
        first.addAll(variables(value));
      } else if (name.startsWith("$")) {
        first.add(name + "_" + text(name, value));
      } else if (name.equals("if")) {
        first.addFirst("if_" + text(name, value));
      } else if (value != null) {
        String key = KEYS.get(name);
        if (key == null) {
          throw new Untranslatable("option '" + name + "' is not known");
        }
        byKey.put(key, key + "_" + value(name, value));
      }
    }
    List<String> parameters = new ArrayList<>(first);
    parameters.addAll(byKey.values());
    if (!raw.isEmpty()) {
      parameters.add(raw);
    }
    return String.join(",", parameters);
  }

  private static String value(String name, Object value) throws Untranslatable {
    return switch (name) {
      case "overlay", "underlay" -> LayerOption.of(name, value);
      case "border" -> value instanceof JsonObject frame ? border(frame) : color(text(name, value));
      case "background", "color" -> color(text(name, value));
      case "angle", "flags", "transformation", "named" -> joined(name, value, ".");
      default -> joined(name, value, ":");
    };
  }

  private static String border(JsonObject frame) {
    return frame.getValue("width", 2) + "px_solid_" + color(frame.getString("color", "black"));
  }

  private static String color(String value) {
    return value.replace("#", "rgb:");
  }

  private static List<String> variables(Object value) throws Untranslatable {
    if (!(value instanceof JsonArray pairs)) {
      throw new Untranslatable("option 'variables' is no list");
    }
    List<String> definitions = new ArrayList<>();
    for (Object pair : pairs) {
      if (!(pair instanceof JsonArray named) || named.size() != 2) {
        throw new Untranslatable("option 'variables' is no list of names and values");
      }
      definitions.add(named.getString(0) + "_" + text(VARIABLES, named.getValue(1)));
    }
    return definitions;
  }

  private static String joined(String name, Object value, String between) throws Untranslatable {
    if (!(value instanceof JsonArray values)) {
      return text(name, value);
    }
    List<String> words = new ArrayList<>();
    for (Object word : values) {
      words.add(text(name, word));
    }
    return String.join(between, words);
  }

  private static String text(String name, Object value) throws Untranslatable {
    return switch (value) {
      case String text -> text;
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
      default -> throw new Untranslatable("option '" + name + "' has a value that is not known");
    };
  }
}
