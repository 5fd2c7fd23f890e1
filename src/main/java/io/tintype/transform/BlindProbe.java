package io.tintype.transform;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
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

/** Refuses to look at pixels: what depends on them is not priced. */
final class BlindProbe implements Probe {
  @Override
  public SourceHeader header(Material.Picture layer) {
    throw unknown();
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    throw unknown();
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    throw unknown();
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    throw unknown();
  }

  @Override
  public Dimensions measure(PlannedText text) {
    throw unknown();
  }

  private static FaultException unknown() {
    return new FaultException(new Fault.Internal());
  }
}
