package io.tintype.dialect.imagekit;

/** Why good parameters are not honoured, in words that follow «is». */
final class Reasons {
  static final String UNKNOWN = "unknown";
  static final String VIDEO = "for videos, which are handed over as they are";
  static final String GENERATIVE = "not supported: it needs a generative model";
  static final String NO_DETECTOR =
      "not supported: nothing is configured that finds things in pictures; attention decides";

  private Reasons() {}
}
