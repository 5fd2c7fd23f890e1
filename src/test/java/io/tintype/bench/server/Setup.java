package io.tintype.bench.server;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What differs between the gateways of a run. All bars are measured with {@link #STANDARD} but
 * those that are about a part of it.
 *
 * @param memoryMiB of results; 0 = none are kept
 * @param sharing whether sources and shrunk pixels are kept
 * @param disk directory of the disk tier
 * @param bystanders endpoints, with a tenth as many origins, that nobody asks
 */
public record Setup(int memoryMiB, boolean sharing, Optional<Path> disk, int bystanders) {
  public static final int SOURCES_MIB = 128;
  public static final int PIXELS_MIB = 64;
  public static final Setup STANDARD = new Setup(256, true, Optional.empty(), 0);

  public Setup withoutCaches() {
    return new Setup(0, false, Optional.empty(), bystanders);
  }

  public Setup withMemory(int mebibytes) {
    return new Setup(mebibytes, sharing, disk, bystanders);
  }

  public Setup withDisk(Path directory) {
    return new Setup(memoryMiB, sharing, Optional.of(directory), bystanders);
  }

  public Setup withBystanders(int count) {
    return new Setup(memoryMiB, sharing, disk, count);
  }

  /** Whether it says something of this key. */
  boolean uses(Feature feature) {
    return switch (feature) {
      case SOURCES, PIXELS, EFFORT -> true;
      case DISK -> disk.isPresent();
    };
  }

  /** The caches it allows, in MiB; disk aside. */
  public int cachesMiB(Set<Feature> supported) {
    int sources = sharing && supported.contains(Feature.SOURCES) ? SOURCES_MIB : 0;
    int pixels = sharing && supported.contains(Feature.PIXELS) ? PIXELS_MIB : 0;
    return memoryMiB + sources + pixels;
  }
}
