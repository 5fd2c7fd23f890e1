package io.tintype.dialect;

/** How the clients of a vendor expect failures to look. */
public enum FaultStyle {
  /** {@code ik-error: CODE - sentence}. */
  IMAGEKIT,
  /** {@code x-cld-error: sentence}. */
  CLOUDINARY
}
