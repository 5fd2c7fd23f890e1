package io.tintype;

import io.tintype.settings.ConfigReader;
import io.tintype.settings.GatewayConfig;
import java.nio.file.Path;

/**
 * A configuration together with where it came from, for reading it again.
 *
 * @param file absolute
 * @param reader what it was read with
 */
public record LoadedConfig(GatewayConfig config, Path file, ConfigReader reader) {}
