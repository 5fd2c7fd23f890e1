package io.tintype.plan;

import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Gives any answer, also such as no picture could give. */
record RandomProbe(Random random) implements Probe {
  @Override
  public SourceHeader header(Material.Picture layer) {
    ImageFormat format = random.nextBoolean() ? ImageFormat.JPEG : ImageFormat.PNG;
    return new SourceHeader(
        format,
        RandomSteps.side(random),
        RandomSteps.side(random),
        1,
        format == ImageFormat.PNG && random.nextBoolean(),
        1 + random.nextInt(8),
        OptionalInt.empty());
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    return region();
  }

  @Override
  public Region trimmed(Progress progress, int tolerance, Color edges) {
    return region();
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    return region();
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    List<Region> found = new ArrayList<>();
    while (random.nextBoolean()) {
      found.add(region());
    }
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(found);
  }

  @Override
  public Dimensions measure(PlannedText text) {
    return new Dimensions(
        1 + random.nextInt(20 * text.size()), 1 + random.nextInt(2 * text.size()));
  }

  private Region region() {
    return new Region(
        random.nextInt(-50, 1_000),
        random.nextInt(-50, 1_000),
        1 + random.nextInt(1_000),
        1 + random.nextInt(1_000));
  }
}
