package io.tintype.bench.server;

/** Keys of the configuration that a build may not have yet, or not any more. */
public enum Feature {
  SOURCES("cache.sources"),
  PIXELS("cache.pixels"),
  DISK("cache.disk"),
  EFFORT(".avif.effort");

  private final String path;

  Feature(String path) {
    this.path = path;
  }

  /** Whether a problem of the configuration is about this key. */
  boolean isAt(String problemPath) {
    return problemPath.equals(path)
        || problemPath.startsWith(path + ".")
        || (path.startsWith(".") && problemPath.endsWith(path));
  }

  /** The key, as messages name it. */
  public String key() {
    return path.startsWith(".") ? path.substring(1) : path;
  }
}
