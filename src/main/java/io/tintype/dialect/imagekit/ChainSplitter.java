package io.tintype.dialect.imagekit;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the text of a chain at colons and commas, and what is inside of blocks likewise. A block
 * that is never closed reaches to the end, so that nothing of a layer is taken for a parameter of
 * the picture below. Linear in the length of the text.
 */
final class ChainSplitter {
  /** Deepest block in a block; every level is a copy of its text. */
  private static final int MAX_NESTING = 10;

  private static final String ELSE = "if-else";

  /** Far more than any chain that a render limit lets pass; reading them would cost time. */
  private static final int MAX_PARTS = 500;

  private int position;

  /**
   * Cuts a chain; several ones of the same URL are cut by the same splitter.
   *
   * @param text percent-decoded, without {@code tr:}
   * @return the components that are not empty
   * @throws FaultException if there are too many parts, or blocks are nested too deep
   */
  List<Component> split(String text) {
    Cut cut = new Cut(text);
    int start = 0;
    while (start <= text.length()) {
      start = cut.next(start);
    }
    return cut.components();
  }

  private int counted() {
    if (position == MAX_PARTS) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "steps", "The transformation has more than %d parts.".formatted(MAX_PARTS)));
    }
    return position++;
  }

  /** One text, being cut. */
  private final class Cut {
    private final String text;
    private final Deque<OpenBlock> open = new ArrayDeque<>();
    private final Sequence chain = new Sequence();

    Cut(String text) {
      this.text = text;
    }

    /** Reads up to the next separator; returns where to go on. */
    int next(int start) {
      int end = nextSeparator(start);
      read(text.substring(start, end).strip(), start, end);
      if (end < text.length() && text.charAt(end) == ':') {
        innermost().endComponent();
      }
      return end + 1;
    }

    List<Component> components() {
      if (!open.isEmpty()) {
        OpenBlock outermost = open.getLast();
        chain.add(outermost.block(text.substring(outermost.start).strip(), false));
      }
      chain.endComponent();
      return chain.components;
    }

    private int nextSeparator(int from) {
      int end = from;
      while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ':') {
        end++;
      }
      return end;
    }

    private void read(String token, int start, int end) {
      Optional<Block.Kind> kind = opened(token);
      if (kind.isPresent()) {
        open(kind.get(), token, start);
      } else if (!open.isEmpty() && token.equals(open.peek().kind.end())) {
        OpenBlock closed = open.pop();
        innermost().add(closed.block(text.substring(closed.start, end).strip(), true));
      } else if (!open.isEmpty() && token.equals(ELSE) && open.peek().canTurn()) {
        open.peek().turn();
      } else if (!token.isEmpty()) {
        innermost().add(Item.of(counted(), token));
      }
    }

    private Optional<Block.Kind> opened(String token) {
      for (Block.Kind kind : Block.Kind.values()) {
        if (token.startsWith(kind.prefix()) && !token.equals(kind.end()) && !token.equals(ELSE)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    private void open(Block.Kind kind, String token, int start) {
      if (open.size() == MAX_NESTING) {
        throw new FaultException(
            new Fault.LimitExceeded(
                "nesting",
                "Layers and conditions may be nested %d deep in one another at most."
                    .formatted(MAX_NESTING)));
      }
      open.push(new OpenBlock(kind, token.substring(kind.prefix().length()), counted(), start));
    }

    private Sequence innermost() {
      return open.isEmpty() ? chain : open.peek().current;
    }
  }

  /** Components as they are found. */
  private static final class Sequence {
    private final List<Component> components = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    void add(Part part) {
      parts.add(part);
    }

    void endComponent() {
      if (!parts.isEmpty()) {
        components.add(new Component(parts));
        parts.clear();
      }
    }
  }

  /** A block whose end has not been found yet. */
  private static final class OpenBlock {
    private final Block.Kind kind;
    private final String head;
    private final int position;
    private final int start;
    private final Sequence body = new Sequence();
    private final Sequence otherwise = new Sequence();
    private Sequence current = body;

    OpenBlock(Block.Kind kind, String head, int position, int start) {
      this.kind = kind;
      this.head = head;
      this.position = position;
      this.start = start;
    }

    boolean canTurn() {
      return kind == Block.Kind.CONDITION && current == body;
    }

    void turn() {
      current = otherwise;
    }

    Block block(String raw, boolean closed) {
      body.endComponent();
      otherwise.endComponent();
      return new Block(position, raw, kind, head, body.components, otherwise.components, closed);
    }
  }
}
