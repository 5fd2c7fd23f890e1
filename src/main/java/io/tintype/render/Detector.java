package io.tintype.render;

import io.tintype.plan.Region;
import java.util.List;
import java.util.Set;

/** Finds things in pictures. Called on many threads at once. */
@FunctionalInterface
public interface Detector {
  /**
   * Looks for things.
   *
   * @param names what to look for, such as {@code face} or {@code dog}
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   * @param rgb its pixels row by row, three bytes of sRGB each
   * @return where they are, inside the picture; empty if there are none
   */
  List<Region> find(Set<String> names, int width, int height, byte[] rgb);
}
