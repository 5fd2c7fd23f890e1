package io.tintype.model;

/** What is done with the least and the largest levels around pixels; names are ImageMagick's. */
public enum MorphologyMethod {
  /** The least. */
  ERODE,
  /** The largest. */
  DILATE,
  /** Erode, then dilate. */
  OPEN,
  /** Dilate, then erode. */
  CLOSE,
  /** Open, then close. */
  SMOOTH,
  /** The picture less the eroded one. */
  EDGE_IN,
  /** The dilated picture less the picture. */
  EDGE_OUT,
  /** The dilated picture less the eroded one. */
  EDGE,
  /** The picture less the opened one. */
  TOP_HAT,
  /** The closed picture less the picture. */
  BOTTOM_HAT
}
