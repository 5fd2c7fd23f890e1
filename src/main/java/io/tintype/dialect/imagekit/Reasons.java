package io.tintype.dialect.imagekit;

/** Why good parameters are not honoured, in words that follow the parameter. */
final class Reasons {
  static final String UNKNOWN = "is unknown";
  static final String VIDEO = "is for videos, which are handed over as they are";
  static final String GENERATIVE = "is not supported: it needs a generative model";
  static final String NO_FACE_DETECTOR = "needs a face detector, and none is configured";
  static final String NO_DETECTOR = "needs an object detector, and none is configured";

  private Reasons() {}
}
