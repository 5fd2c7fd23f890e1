package io.tintype.access;

/** Which transformations are made (Cloudinary, "Strict transformations"). */
public enum StrictTransformations {
  /** Any. */
  OPEN,
  /** Those of signed URLs, and those the configuration has a name for. */
  SIGNED_OR_NAMED,
  /** Those the configuration has a name for, whether or not the URL uses it. */
  ALLOW_LIST
}
