package io.tintype.plan;

import io.tintype.model.Layer.Blend;
import java.util.List;

/**
 * Something to put on a picture.
 *
 * @param material what it is made from
 * @param shrink factor by which its decoder shrinks while it loads
 * @param steps what is done to it before
 * @param left where it begins on the picture; negative only if it is wider; for {@link
 *     Blend#DISPLACE} how far its red moves pixels at most
 * @param top the same downwards
 * @param width of the layer after its steps
 * @param height of the layer after its steps
 */
public record PlannedLayer(
    Material material,
    double shrink,
    List<PlannedStep> steps,
    Blend blend,
    int left,
    int top,
    int width,
    int height) {
  public PlannedLayer {
    steps = List.copyOf(steps);
  }
}
