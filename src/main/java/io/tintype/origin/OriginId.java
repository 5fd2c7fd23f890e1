package io.tintype.origin;

/** The name of an origin in the configuration. */
public record OriginId(String name) {
  @Override
  public String toString() {
    return name;
  }
}
