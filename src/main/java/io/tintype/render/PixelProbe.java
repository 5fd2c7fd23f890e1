package io.tintype.render;

import io.tintype.plan.Dimensions;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedText;
import io.tintype.plan.Probe;
import io.tintype.plan.Progress;
import io.tintype.plan.Region;
import io.tintype.plan.SourceHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers with libvips what only pixels can tell. */
final class PixelProbe implements Probe {
  @Override
  public SourceHeader header(Material.Picture layer) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dimensions measure(PlannedText text) {
    throw new UnsupportedOperationException();
  }
}
