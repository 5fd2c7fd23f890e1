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
 * @param overhang what becomes of what reaches beyond the picture
 */
public record Layer(
    Content content, List<Step> steps, Position position, Blend blend, Overhang overhang) {
  public Layer {
    steps = List.copyOf(steps);
  }

  /** A layer of which nothing is seen beyond the picture. */
  public Layer(Content content, List<Step> steps, Position position, Blend blend) {
    this(content, steps, position, blend, Overhang.CUT);
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
    /**
     * Both are turned over, multiplied, and turned over again, as far as the layer is opaque (W3C,
     * "Compositing and Blending").
     */
    SCREEN,
    /** Multiplied where the picture is dark, screened where it is bright, likewise. */
    OVERLAY,
    /** The layer is seen as far as the picture above it is clear. */
    UNDER,
    /** The picture is kept where the layer is opaque, and keeps its size. */
    MASK,
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

  /** What becomes of the part of a layer that reaches beyond the picture. */
  public enum Overhang {
    /** It is not seen. */
    CUT,
    /** The picture gets as much larger; what is new is clear. */
    GROWS,
    /** Nothing: the layer is repeated in both directions all over the picture. */
    TILED
  }
}
