package io.tintype.plan;

import io.tintype.model.Color;
import io.tintype.model.SourceRef;

/** What the steps of a chain begin with. */
public sealed interface Material {
  /** The source of the delivery. */
  record Source() implements Material {}

  /**
   * The picture of a layer.
   *
   * @param page from 1
   */
  record Picture(SourceRef source, int page) implements Material {}

  /** An evenly filled block, with an alpha channel. */
  record Block(int width, int height, Color color) implements Material {}

  /** Written words in their box, with an alpha channel. */
  record Words(PlannedText text) implements Material {}
}
