package io.tintype;

import io.tintype.sandbox.Installation;
import io.tintype.sandbox.Sandbox;
import io.tintype.settings.GatewayConfig;
import io.tintype.vips.Vips;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/** Makes the sandbox of this process: helpers are of the same installation. */
final class SandboxBuilder {
  /** What the launcher says of the cache that makes starts faster. */
  private static final String START_CACHE = "-XX:AOTCache=";

  private SandboxBuilder() {}

  static Sandbox sandbox(Vips vips, GatewayConfig config) {
    return new Sandbox(installation(vips), config.sandbox(), config.limits().sourceBytes());
  }

  private static Installation installation(Vips vips) {
    List<String> cache =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(option -> option.startsWith(START_CACHE))
            .toList();
    return new Installation(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        cache,
        vips.file(),
        vips.fonts());
  }
}
