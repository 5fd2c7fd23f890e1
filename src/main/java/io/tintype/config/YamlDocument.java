package io.tintype.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as JSON that keeps what a plain conversion loses: scalars as they were written (no
 * {@code yes} turned into true, no {@code 0123} into 83), lines, duplicate keys and syntax errors.
 *
 * <p>Every value becomes {@code {"line": …}} with one of {@code "text"}, {@code "items"}, {@code
 * "fields"}, or none of them for null. The result is {@code {"root": …, "problems": […]}}.
 *
 * <p>References {@code ${NAME}} are taken out before YAML sees them, since braces would end a plain
 * scalar inside {@code { … }}, and put back afterwards.
 */
final class YamlDocument {
  /** Deeper than any configuration; a node that contains itself through an alias ends here. */
  private static final int MAX_DEPTH = 32;

  /** Private-use characters around a reference's number; YAML takes them for text. */
  private static final char OPEN = '\uE000';

  private static final char CLOSE = '\uE001';

  private final List<String> references = new ArrayList<>();
  private final JsonArray problems = new JsonArray();

  private YamlDocument() {}

  /** Reads a text; never fails: what is wrong is in the result. */
  static JsonObject read(String yaml) {
    return new YamlDocument().document(yaml);
  }

  private JsonObject document(String yaml) {
    JsonObject result = new JsonObject().put("problems", problems);
    try {
      var root = new Yaml(new LoaderOptions()).compose(new StringReader(mask(yaml)));
      result.put("root", root == null ? block(0) : value(root, 0));
    } catch (MarkedYAMLException wrong) {
      var mark = wrong.getProblemMark();
      problem(mark == null ? 0 : mark.getLine() + 1, "not valid YAML: " + wrong.getProblem());
    } catch (YAMLException wrong) {
      problem(0, "not valid YAML: " + wrong.getMessage());
    }
    return result;
  }

  private String mask(String yaml) {
    return Variables.REFERENCE
        .matcher(yaml)
        .replaceAll(
            match -> {
              references.add(match.group());
              return Matcher.quoteReplacement("" + OPEN + (references.size() - 1) + CLOSE);
            });
  }

  private String unmask(String masked) {
    StringBuilder text = new StringBuilder();
    int end = 0;
    for (int open = masked.indexOf(OPEN); open >= 0; open = masked.indexOf(OPEN, end)) {
      int close = masked.indexOf(CLOSE, open);
      text.append(masked, end, open);
      text.append(references.get(Integer.parseInt(masked.substring(open + 1, close))));
      end = close + 1;
    }
    return text.append(masked, end, masked.length()).toString();
  }

  private JsonObject value(org.yaml.snakeyaml.nodes.Node node, int depth) {
    int line = node.getStartMark().getLine() + 1;
    if (depth > MAX_DEPTH) {
      problem(line, "nested too deeply");
      return new JsonObject().put("line", line);
    }
    return switch (node) {
      case MappingNode mapping -> fields(mapping, depth);
      case SequenceNode sequence -> {
        JsonArray items = new JsonArray();
        sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
        yield new JsonObject().put("line", line).put("items", items);
      }
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) ->
          new JsonObject().put("line", line);
      case ScalarNode scalar ->
          new JsonObject().put("line", line).put("text", unmask(scalar.getValue()));
      default -> throw new YAMLException("unexpected node");
    };
  }

  private JsonObject fields(MappingNode mapping, int depth) {
    int line = mapping.getStartMark().getLine() + 1;
    JsonObject fields = new JsonObject();
    JsonObject merged = new JsonObject();
    for (NodeTuple tuple : mapping.getValue()) {
      int keyLine = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(keyLine, "a key must be a plain text");
        continue;
      }
      JsonObject value = value(tuple.getValueNode(), depth + 1);
      if (key.getTag().equals(Tag.MERGE)) {
        merge(merged, value);
      } else if (fields.containsKey(key.getValue())) {
        problem(keyLine, "the key '" + key.getValue() + "' is there twice");
      } else {
        fields.put(unmask(key.getValue()), value.put("line", keyLine));
      }
    }
    return block(line).put("fields", merged.mergeIn(fields));
  }

  /** {@code <<: *anchor} and {@code <<: [*one, *two]}; the first that has a key wins. */
  private static void merge(JsonObject into, JsonObject value) {
    @Nullable JsonObject fields = value.getJsonObject("fields");
    if (fields != null) {
      fields.forEach(field -> into.getMap().putIfAbsent(field.getKey(), field.getValue()));
    }
    @Nullable JsonArray items = value.getJsonArray("items");
    if (items != null) {
      items.forEach(item -> merge(into, (JsonObject) item));
    }
  }

  private static JsonObject block(int line) {
    return new JsonObject().put("line", line).put("fields", new JsonObject());
  }

  private void problem(int line, String text) {
    problems.add(new JsonObject().put("line", line).put("text", text));
  }
}
