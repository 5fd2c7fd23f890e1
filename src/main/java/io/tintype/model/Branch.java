package io.tintype.model;

import java.util.List;

/**
 * What happens if a condition holds, or does not.
 *
 * @param steps to run
 * @param output wishes that take the place of those of the transformation
 */
public record Branch(List<Step> steps, Output output) {
  /** Nothing happens. */
  public static final Branch NONE = new Branch(List.of(), Output.DEFAULT);

  public Branch {
    steps = List.copyOf(steps);
  }
}
