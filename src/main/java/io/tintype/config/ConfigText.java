package io.tintype.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration file says, before anything was looked up or checked.
 *
 * @param file absolute path; relative paths in the file start at its directory
 * @param document as {@link YamlDocument} made it
 */
public record ConfigText(Path file, JsonObject document) {
  /** A text that did not come from Vert.x Config. */
  static ConfigText of(Path file, String yaml) {
    return new ConfigText(file, YamlDocument.read(yaml));
  }

  /** Opens the text for reading: variables are put in, and problems of the file reported. */
  public Section open(Group declared, Map<String, String> environment, Problems problems) {
    JsonArray wrong = document.getJsonArray("problems");
    for (int i = 0; i < wrong.size(); i++) {
      JsonObject problem = wrong.getJsonObject(i);
      problems.report("", problem.getInteger("line"), null, problem.getString("text"));
    }
    JsonObject root =
        document.getJsonObject(
            "root", new JsonObject().put("line", 0).put("fields", new JsonObject()));
    Node node = node("", root, new Variables(environment, problems));
    return Section.open(declared, node, new Surroundings(problems, file.resolveSibling("")));
  }

  private static Node node(String path, JsonObject value, Variables variables) {
    int line = value.getInteger("line");
    if (value.containsKey("text")) {
      return variables.resolve(path, line, value.getString("text"));
    }
    if (value.containsKey("items")) {
      JsonArray items = value.getJsonArray("items");
      List<Node> nodes = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        nodes.add(node(path + "[" + i + "]", items.getJsonObject(i), variables));
      }
      return new Node.Items(path, line, nodes);
    }
    if (!value.containsKey("fields")) {
      return new Node.Nothing(path, line);
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    JsonObject keys = value.getJsonObject("fields");
    for (String key : keys.fieldNames()) {
      String at = path.isEmpty() ? key : path + "." + key;
      fields.put(key, node(at, keys.getJsonObject(key), variables));
    }
    return new Node.Fields(path, line, fields);
  }
}
