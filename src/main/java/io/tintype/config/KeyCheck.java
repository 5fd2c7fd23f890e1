package io.tintype.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports keys of a block that nobody knows, or that are not supported yet. */
record KeyCheck(List<String> names, Map<String, Later> later, Map<String, Group> groups) {
  static KeyCheck of(Group declared) {
    List<String> names = new ArrayList<>();
    Map<String, Later> later = new LinkedHashMap<>();
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Entry entry : declared.entries()) {
      names.add(entry.name());
      switch (entry) {
        case Key<?> key when SecretFile.has(key.type()) -> names.add(SecretFile.twin(key.name()));
        case Later missing -> later.put(missing.name(), missing);
        case Group group -> groups.put(group.name(), group);
        case Key<?> _, Catalog _ -> {}
      }
    }
    return new KeyCheck(names, later, groups);
  }

  void check(Node.Fields fields, Problems problems) {
    for (var field : fields.fields().entrySet()) {
      Node node = field.getValue();
      Group inner = groups.get(field.getKey());
      if (inner != null) {
        // Also blocks nobody reads, since all of their keys are for later versions.
        checkBlock(inner, node, problems);
      }
      Later missing = later.get(field.getKey());
      if (missing != null && !missing.accepts(node)) {
        problems.report(node.path(), node.line(), null, missing.expectation());
      } else if (!names.contains(field.getKey())) {
        problems.report(
            node.path(), node.line(), null, "unknown key" + Suggestion.of(field.getKey(), names));
      }
    }
  }

  private static void checkBlock(Group group, Node node, Problems problems) {
    switch (node) {
      case Node.Fields fields -> of(group).check(fields, problems);
      case Node.Nothing _, Node.Unresolved _ -> {}
      case Node.Scalar _, Node.Items _ -> problems.report(node, "expected a block of keys");
    }
  }
}
