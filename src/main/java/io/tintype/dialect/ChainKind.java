package io.tintype.dialect;

/** Who decided about the transformation of a URL. */
public enum ChainKind {
  /** Nobody: the URL has no transformation. */
  NONE,
  /** The configuration: every parameter of the URL is the name of a stored transformation. */
  NAMED,
  /** The author of the URL, at least in part. */
  EXPLICIT
}
