package io.tintype.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * Everything one delivery asks for.
 *
 * @param page frame or page to make a still picture from, from 1; empty = the whole source
 * @param steps in order
 * @param output how to write the result
 * @param asStored whether the picture stays as it lies in its file, whatever EXIF says of it
 */
public record Transformation(OptionalInt page, List<Step> steps, Output output, boolean asStored) {
  /** Nothing is asked for; the result is still optimised. */
  public static final Transformation NONE = new Transformation(List.of(), Output.DEFAULT);

  public Transformation {
    steps = List.copyOf(steps);
    page.ifPresent(number -> Range.check("page", number, 1, Integer.MAX_VALUE));
  }

  /** Of the picture as it should be seen. */
  public Transformation(OptionalInt page, List<Step> steps, Output output) {
    this(page, steps, output, false);
  }

  /** Of the whole source. */
  public Transformation(List<Step> steps, Output output) {
    this(OptionalInt.empty(), steps, output);
  }

  /** Equal intent, equal text, whatever the dialect; see {@link Canonical}. */
  public String canonical() {
    return Canonical.print(this);
  }

  /** The pictures and fonts that layers need, in no particular order. */
  public Ingredients ingredients() {
    return Ingredients.of(steps);
  }
}
