package io.tintype.dialect.imagekit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts the text of a chain at colons and commas, but not inside of blocks: a block is one item, and
 * one that is never closed reaches to the end, so that nothing of a layer is taken for a parameter
 * of the picture below. Linear in the length of the text.
 */
final class ChainSplitter {
  private static final String LAYER = "l-";
  private static final String CONDITION = "if-";
  private static final String END = "end";
  private static final String ELSE = "else";

  private final String text;
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Component> components = new ArrayList<>();
  private List<Item> items = new ArrayList<>();
  private int position;

  private ChainSplitter(String text, int firstPosition) {
    this.text = text;
    this.position = firstPosition;
  }

  /**
   * Cuts a chain.
   *
   * @param text percent-decoded, without {@code tr:}
   * @param firstPosition position of the first item
   * @return the components that are not empty
   */
  static List<Component> split(String text, int firstPosition) {
    return new ChainSplitter(text, firstPosition).split();
  }

  private List<Component> split() {
    int start = 0;
    int blockStart = 0;
    while (start <= text.length()) {
      int end = nextSeparator(start);
      String token = text.substring(start, end);
      if (open.isEmpty()) {
        blockStart = start;
      }
      follow(token);
      boolean last = end == text.length();
      if (open.isEmpty() || last) {
        addItem(text.substring(blockStart, end));
      }
      if (last || (open.isEmpty() && text.charAt(end) == ':')) {
        addComponent();
      }
      start = end + 1;
    }
    return components;
  }

  private int nextSeparator(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ':') {
      end++;
    }
    return end;
  }

  /** Keeps account of the blocks that are open. */
  private void follow(String token) {
    if (opens(token, LAYER)) {
      open.push(LAYER);
    } else if (opens(token, CONDITION)) {
      open.push(CONDITION);
    } else if (!open.isEmpty() && token.equals(open.peek() + END)) {
      open.pop();
    }
  }

  private static boolean opens(String token, String block) {
    return token.startsWith(block) && !token.equals(block + END) && !token.equals(block + ELSE);
  }

  private void addItem(String raw) {
    String trimmed = raw.strip();
    if (!trimmed.isEmpty()) {
      items.add(Item.of(position++, trimmed));
    }
  }

  private void addComponent() {
    if (!items.isEmpty()) {
      components.add(new Component(items));
      items = new ArrayList<>();
    }
  }
}
