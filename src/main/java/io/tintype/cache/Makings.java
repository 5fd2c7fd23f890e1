package io.tintype.cache;

import io.tintype.model.SourceRef;
import io.tintype.origin.OriginId;
import io.tintype.origin.SourceInfo;
import java.util.Map;

/**
 * What a variant was made of besides its source.
 *
 * @param found the pictures and fonts there were
 * @param complete whether a later attempt could not make it better: nothing that shows was missing
 */
public record Makings(Map<SourceRef, Part> found, boolean complete) {
  /** Nothing but the source. */
  public static final Makings NONE = new Makings(Map.of(), true);

  public Makings {
    found = Map.copyOf(found);
  }

  /** Whether an origin marks any of it as private. */
  public boolean arePrivate() {
    return found.values().stream().anyMatch(part -> part.info().isPrivate());
  }

  /** Where a picture or font came from, and what that origin said of it. */
  public record Part(OriginId origin, SourceInfo info) {}
}
