package io.tintype.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * Something that is put on the picture.
 *
 * @param content what it is
 * @param steps what is done to it before, with its own size as the current one and the picture's
 *     size as the base
 * @param position where it goes
 * @param blend how the two come together
 */
public record Layer(Content content, List<Step> steps, Position position, Blend blend) {
  public Layer {
    steps = List.copyOf(steps);
  }

  /** What a layer shows. */
  public sealed interface Content {}

  /**
   * A picture from the endpoint's origins.
   *
   * @param page frame or page to show, from 1; empty = the first
   */
  public record Picture(SourceRef source, OptionalInt page) implements Content {}

  /**
   * An evenly filled block.
   *
   * @param width {@link Extent.Auto} = the base's width
   * @param height {@link Extent.Auto} = the base's height
   */
  public record Block(Extent width, Extent height, Color color) implements Content {}

  /** Written words. */
  public record Words(Text text) implements Content {}

  /** How a layer and the picture below come together. */
  public enum Blend {
    /** The layer covers the picture as far as it is opaque. */
    OVER,
    /** Colours are multiplied, as far as the layer is opaque. */
    MULTIPLY,
    /** The picture is kept where the layer is opaque, and cut to the layer's size. */
    CUTTER,
    /** The picture becomes clear where the layer is opaque. */
    CUTOUT,
    /**
     * The layer's red moves pixels sideways and its green up and down, 128 not at all; the position
     * says how far.
     */
    DISPLACE
  }
}
