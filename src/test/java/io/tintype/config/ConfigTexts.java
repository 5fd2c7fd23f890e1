package io.tintype.config;

import java.nio.file.Path;

/** Configurations for tests, without a file. */
public final class ConfigTexts {
  private ConfigTexts() {}

  /** A text as if it stood in a file of this directory. */
  public static ConfigText in(Path directory, String yaml) {
    return ConfigText.of(directory.resolve("tintype.yaml").toAbsolutePath(), yaml);
  }
}
