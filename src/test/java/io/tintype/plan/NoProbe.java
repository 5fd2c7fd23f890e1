package io.tintype.plan;

import io.tintype.model.Color;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** For plans that need no pixels. */
public record NoProbe() implements Probe {
  @Override
  public SourceHeader header(Material.Picture layer) {
    throw new AssertionError("asked for the header of " + layer);
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    throw new AssertionError("asked for the edges of " + progress);
  }

  @Override
  public Region trimmed(Progress progress, int tolerance, Color edges) {
    throw new AssertionError("asked for the edges of " + progress);
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    throw new AssertionError("asked for the best part of " + progress);
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    throw new AssertionError("asked for things in " + progress);
  }

  @Override
  public Dimensions measure(PlannedText text) {
    throw new AssertionError("asked for the size of " + text);
  }
}
