package io.tintype.dialect.imagekit;

import io.tintype.fault.Fault;
import java.util.List;

/**
 * A whole {@code l-…,l-end} or {@code if-…,if-end}.
 *
 * @param kind layer or condition
 * @param head what stands behind {@code l-} or {@code if-}: the type of a layer, or a test
 * @param body what is inside; of a condition, what happens if it holds
 * @param otherwise of a condition, what happens if it does not hold
 * @param closed whether its end is there; a block without one reaches to the end of the chain
 */
record Block(
    int position,
    String raw,
    Kind kind,
    String head,
    List<Component> body,
    List<Component> otherwise,
    boolean closed)
    implements Part {
  Block {
    body = List.copyOf(body);
    otherwise = List.copyOf(otherwise);
  }

  /** What a block is for. */
  enum Kind {
    LAYER("l-"),
    CONDITION("if-");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** What a block of this kind begins with. */
    String prefix() {
      return prefix;
    }

    /** What a block of this kind is closed with. */
    String end() {
      return prefix + "end";
    }

    /** The name of what stands in its head. */
    String key() {
      return prefix.substring(0, prefix.length() - 1);
    }
  }

  @Override
  public Block at(int place) {
    return with(
        place,
        body.stream().map(component -> component.at(place)).toList(),
        otherwise.stream().map(component -> component.at(place)).toList());
  }

  /** Why this block cannot be honoured. */
  Fault.InvalidArgument refusal(String expected) {
    return new Fault.InvalidArgument(kind.prefix() + head, raw, expected);
  }

  Block with(int place, List<Component> newBody, List<Component> newOtherwise) {
    return new Block(place, raw, kind, head, newBody, newOtherwise, closed);
  }
}
