package io.tintype.plan;

import io.tintype.model.Color;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What only pixels can tell; asked while a plan is made. Every answer is for the picture as it is
 * after the steps so far, all frames sharing one answer.
 */
public interface Probe {
  /**
   * What the header of a layer's picture says; sizes are those of its page.
   *
   * @throws io.tintype.fault.FaultException why the picture cannot be had
   */
  SourceHeader header(Material.Picture layer);

  /** The region left when edges like the top-left pixel are cut off; the whole if none is left. */
  Region trimmed(Progress progress, int tolerance);

  /** The same for edges of this colour, as which clear pixels count as well. */
  Region trimmed(Progress progress, int tolerance, Color edges);

  /** The region of this size that draws most attention. */
  Region attention(Progress progress, Dimensions size);

  /**
   * Where things of these names are.
   *
   * @return empty if there is nothing that can look for them
   */
  Optional<List<Region>> objects(Progress progress, Set<String> names);

  /** How large words are in their box. */
  Dimensions measure(PlannedText text);
}
