package io.tintype.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place in a configuration file, with what stands there. All scalars are text at this point. */
public sealed interface Node {
  /** How problems name the place, for example {@code endpoints.shop.origins[0]}. */
  String path();

  /** Line in the file, from 1; 0 = not known. */
  int line();

  /** What a problem may show of it; null = nothing that fits a line. */
  @Nullable String shown();

  /**
   * A scalar.
   *
   * @param text after variables were put in
   * @param shown as the file has it
   */
  record Scalar(String path, int line, String text, String shown) implements Node {}

  /** A scalar that could not be resolved and has been reported. */
  record Unresolved(String path, int line, String shown) implements Node {}

  /** A key without a value. */
  record Nothing(String path, int line) implements Node {
    @Override
    public @Nullable String shown() {
      return null;
    }
  }

  /** A list. */
  record Items(String path, int line, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public @Nullable String shown() {
      return null;
    }
  }

  /** A block of keys. */
  record Fields(String path, int line, Map<String, Node> fields) implements Node {
    public Fields {
      fields = new LinkedHashMap<>(fields);
    }

    @Override
    public @Nullable String shown() {
      return null;
    }

    /** What stands under a key; empty also for a key without a value. */
    Optional<Node> field(String name) {
      Node node = fields.get(name);
      return node == null || node instanceof Nothing ? Optional.empty() : Optional.of(node);
    }
  }
}
