package io.tintype.vips;

import java.nio.file.Path;

/** The libvips of the tests. */
public final class TestVips {
  private TestVips() {}

  public static Vips open() {
    return Vips.open(Path.of(System.getProperty("tintype.native", "target/native/node_modules")));
  }
}
