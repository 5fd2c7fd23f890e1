package io.tintype.plan;

import java.util.List;

/**
 * How far a chain has been planned.
 *
 * @param material what it begins with
 * @param shrink factor by which the decoder shrinks while it loads
 * @param frames how many frames are loaded
 * @param steps decided so far
 */
public record Progress(Material material, double shrink, int frames, List<PlannedStep> steps) {
  public Progress {
    steps = List.copyOf(steps);
  }
}
