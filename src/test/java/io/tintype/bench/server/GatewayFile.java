package io.tintype.bench.server;

import java.util.Set;

/**
 * The configuration of the gateway that is measured.
 *
 * <ul>
 *   <li>{@code /plain}: an endpoint as it comes.
 *   <li>{@code /same}, {@code /same1}: encoders set as those it is compared with, at AVIF effort 4
 *       and 1, and times that let long queues be.
 *   <li>{@code /signed}: every URL needs a signature.
 * </ul>
 */
public final class GatewayFile {
  public static final String KEY = "key-of-the-benchmark";

  private static final int ENDPOINTS_PER_ORIGIN = 10;

  private static final String PEERS =
      """
        %s:
          origins: [web]
          limits: { queueTime: 120s, renderTime: 60s, fetchTime: 60s }
          avif: { maxPixels: 40MP, budget: 60s, upgrade: false%s }
          png: { palette: false }
          chroma: half
      """;

  private GatewayFile() {}

  /** As YAML, with those keys that the build supports. */
  public static String text(Setup setup, Set<Feature> supported, Ports ports, int origin) {
    StringBuilder text = new StringBuilder();
    text.append("delivery: { host: 127.0.0.1, port: ").append(ports.delivery()).append(" }\n");
    text.append("management: { host: 127.0.0.1, port: ").append(ports.management()).append(" }\n");
    text.append("log: { access: true }\n");
    text.append("network: { allow: [127.0.0.0/8] }\n");
    text.append(caches(setup, supported));
    String web = "{ type: web-server, baseUrl: \"http://127.0.0.1:" + origin + "\" }\n";
    text.append("origins:\n  web: ").append(web);
    for (int i = 0; i < setup.bystanders() / ENDPOINTS_PER_ORIGIN; i++) {
      text.append("  web").append(i).append(": ").append(web);
    }
    text.append("endpoints:\n  plain: { origins: [web] }\n");
    boolean effort = supported.contains(Feature.EFFORT);
    text.append(PEERS.formatted("same", effort ? ", effort: 4" : ""));
    text.append(PEERS.formatted("same1", effort ? ", effort: 1" : ""));
    text.append("  signed: { origins: [web], signing: { required: true, keys: [")
        .append(KEY)
        .append("] } }\n");
    for (int i = 0; i < setup.bystanders(); i++) {
      text.append("  bystander%d: { origins: [web%d] }%n".formatted(i, i / ENDPOINTS_PER_ORIGIN));
    }
    return text.toString();
  }

  private static String caches(Setup setup, Set<Feature> supported) {
    StringBuilder text = new StringBuilder("cache:\n");
    text.append("  memory: ").append(setup.memoryMiB()).append("MiB\n");
    if (supported.contains(Feature.SOURCES)) {
      text.append("  sources: ").append(setup.sharing() ? Setup.SOURCES_MIB : 0).append("MiB\n");
    }
    if (supported.contains(Feature.PIXELS)) {
      text.append("  pixels: ").append(setup.sharing() ? Setup.PIXELS_MIB : 0).append("MiB\n");
    }
    if (supported.contains(Feature.DISK)) {
      setup
          .disk()
          .ifPresent(
              path ->
                  text.append("  disk: { path: \"")
                      .append(path.toAbsolutePath())
                      .append("\", size: 1GiB, files: 100000 }\n"));
    }
    return text.toString();
  }

  /** Where one gateway listens. */
  public record Ports(int delivery, int management) {}
}
