package io.tintype.origin;

import java.util.List;

/** Everything a fetch verticle builds its origins from; replaced as a whole by a reload. */
public record OriginSettings(List<OriginConfig> origins) {
  public OriginSettings {
    origins = List.copyOf(origins);
  }
}
