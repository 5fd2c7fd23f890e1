package io.tintype.dialect.imagekit;

/**
 * The order in which the parameters of one component work; commas have no say. ImageKit documents
 * only that corners are rounded after resizing, and that a shadow is cast by the resized picture.
 */
enum Place {
  TRIM,
  SIZE,
  ROTATION,
  FLIP,
  BLUR,
  SHARPEN,
  UNSHARP_MASK,
  CONTRAST,
  REPLACEMENT,
  COLORIZE,
  GRAYSCALE,
  DISTORT,
  GRADIENT,
  SHADOW,
  LAYERS,
  BORDER,
  CORNERS,
  FADE,
  BACKGROUND
}
