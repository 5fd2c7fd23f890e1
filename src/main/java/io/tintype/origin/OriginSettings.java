package io.tintype.origin;

import java.util.List;
import java.util.Map;

/**
 * Everything a fetch verticle builds its origins from; replaced as a whole by a reload.
 *
 * @param protections of origins that have other ones than {@link Protection#DEFAULT}
 */
public record OriginSettings(List<OriginConfig> origins, Map<OriginId, Protection> protections) {
  public OriginSettings {
    origins = List.copyOf(origins);
    protections = Map.copyOf(protections);
  }

  /** With the usual protection for all. */
  public OriginSettings(List<OriginConfig> origins) {
    this(origins, Map.of());
  }

  public Protection protectionOf(OriginId id) {
    return protections.getOrDefault(id, Protection.DEFAULT);
  }
}
