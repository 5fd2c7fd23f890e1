package io.tintype.model;

/** What automatic levels stretch to the full range. */
public enum Levels {
  /** L* of CIE Lab. */
  BRIGHTNESS,
  /** All colour channels alike. */
  CONTRAST,
  /** Every colour channel on its own. */
  COLOR
}
