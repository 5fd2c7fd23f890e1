package io.tintype.model;

/**
 * A colour on the way from dark to light.
 *
 * @param position level of grey, 0 to 1
 */
public record TintStop(Color color, double position) {
  public TintStop {
    Range.check("position", position, 0, 1);
  }
}
