package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Color;
import io.tintype.model.SourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Gives the answers it was told to give, and remembers when it was asked. */
public final class FakeProbe implements Probe {
  private final Map<SourceRef, SourceHeader> layers = new HashMap<>();
  private final List<Progress> asked = new ArrayList<>();
  private Region edges = new Region(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
  private Region best = new Region(0, 0, 1, 1);
  private Optional<List<Region>> things = Optional.empty();
  private Function<PlannedText, Dimensions> words = _ -> new Dimensions(1, 1);

  FakeProbe layer(SourceRef source, SourceHeader header) {
    layers.put(source, header);
    return this;
  }

  FakeProbe trimsTo(Region region) {
    edges = region;
    return this;
  }

  FakeProbe attendsTo(int left, int top) {
    best = new Region(left, top, 1, 1);
    return this;
  }

  FakeProbe finds(Region... regions) {
    things = Optional.of(List.of(regions));
    return this;
  }

  FakeProbe measures(int width, int height) {
    return measures(_ -> new Dimensions(width, height));
  }

  FakeProbe measures(Function<PlannedText, Dimensions> sizes) {
    words = sizes;
    return this;
  }

  List<Progress> asked() {
    return asked;
  }

  @Override
  public SourceHeader header(Material.Picture layer) {
    SourceHeader header = layers.get(layer.source());
    if (header == null) {
      throw new FaultException(new Fault.SourceNotFound());
    }
    return header;
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    asked.add(progress);
    return edges;
  }

  @Override
  public Region trimmed(Progress progress, int tolerance, Color edges) {
    return trimmed(progress, tolerance);
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    asked.add(progress);
    return new Region(best.left(), best.top(), size.width(), size.height());
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    asked.add(progress);
    return things;
  }

  @Override
  public Dimensions measure(PlannedText text) {
    return words.apply(text);
  }
}
