package io.tintype.model;

import java.util.List;

/** All steps and the output wish of one delivery. */
public record Transformation(List<Step> steps, Output output) {
  /** Nothing is asked for; the result is still optimised. */
  public static final Transformation NONE = new Transformation(List.of(), Output.DEFAULT);

  public Transformation {
    steps = List.copyOf(steps);
  }

  /** Equal intent, equal text, whatever the dialect; see {@link Canonical}. */
  public String canonical() {
    return Canonical.print(this);
  }
}
