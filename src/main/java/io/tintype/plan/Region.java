package io.tintype.plan;

/** A part of a picture in pixels, at least one wide and high. */
public record Region(int left, int top, int width, int height) {
  /** The smallest region that holds both. */
  Region and(Region other) {
    int x = Math.min(left, other.left);
    int y = Math.min(top, other.top);
    return new Region(
        x,
        y,
        Math.max(left + width, other.left + other.width) - x,
        Math.max(top + height, other.top + other.height) - y);
  }
}
