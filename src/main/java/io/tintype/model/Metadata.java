package io.tintype.model;

/** What of a source's metadata a result keeps; orientation is applied and reset in every case. */
public enum Metadata {
  /** Nothing; colours are converted to sRGB. */
  NONE,
  /** The colour profile, and colours as they are. */
  PROFILE,
  /** Everything: profile, EXIF, XMP, IPTC. */
  ALL
}
