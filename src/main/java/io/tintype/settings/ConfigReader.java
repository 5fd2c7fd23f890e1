package io.tintype.settings;

import io.tintype.cache.disk.DiskConfig;
import io.tintype.config.ConfigText;
import io.tintype.config.Problems;
import io.tintype.config.Section;
import io.tintype.dialect.cloudinary.CloudinaryDialect;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.dialect.imagekit.StoredChains;
import io.tintype.model.Limits;
import io.tintype.origin.AddressRules;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.Protection;
import io.tintype.plan.LoadShrink;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.RoutingConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads a configuration into records, and says everything that is wrong with it at once. */
public final class ConfigReader {
  /** As Cloudinary has names, whose chains have no other use. */
  private static final String WITH_SPACES = "[A-Za-z0-9_-](?:[A-Za-z0-9 _-]{0,98}[A-Za-z0-9_-])";

  private final Map<String, String> environment;

  /**
   * A reader.
   *
   * @param environment values of {@code ${NAME}}
   */
  public ConfigReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Reads a text; files it names are looked at as well. */
  public ConfigResult read(ConfigText text) {
    Problems problems = new Problems();
    Section root = text.open(GatewayKeys.ROOT, environment, problems);
    GatewayConfig config = config(root);
    return problems.isEmpty()
        ? new ConfigResult.Fine(config)
        : new ConfigResult.Wrong(problems.list());
  }

  private GatewayConfig config(Section root) {
    Limits limits = LimitKeys.read(root.section(LimitKeys.GROUP), Limits.DEFAULT);
    List<Section> originSections = root.all(OriginKeys.CATALOG);
    List<OriginConfig> origins = new ArrayList<>();
    originSections.forEach(section -> OriginReader.read(section).ifPresent(origins::add));
    List<EndpointConfig> endpoints = endpoints(root, root.names(OriginKeys.CATALOG), limits);
    return new GatewayConfig(
        delivery(root.section(GatewayKeys.DELIVERY)),
        management(root.section(GatewayKeys.MANAGEMENT)),
        log(root.section(GatewayKeys.LOG)),
        limits,
        render(root.section(GatewayKeys.RENDER)),
        SandboxKeys.read(root.section(SandboxKeys.GROUP)),
        allowed(root.section(GatewayKeys.NETWORK)),
        cache(root.section(GatewayKeys.CACHE)),
        origins,
        protections(originSections),
        endpoints,
        transformations(root, endpoints));
  }

  private static Map<OriginId, Protection> protections(List<Section> origins) {
    Map<OriginId, Protection> protections = new HashMap<>();
    for (Section origin : origins) {
      if (!origin.declared().equals(OriginKeys.FOLDER_TYPE)) {
        protections.put(new OriginId(origin.name()), ProtectionKeys.read(origin));
      }
    }
    return protections;
  }

  private static RoutingConfig delivery(Section section) {
    Optional<RoutingConfig.Tls> tls =
        section.has(GatewayKeys.TLS) ? tls(section.section(GatewayKeys.TLS)) : Optional.empty();
    return new RoutingConfig(
        section.get(GatewayKeys.DELIVERY_HOST),
        section.get(GatewayKeys.DELIVERY_PORT),
        tls,
        RoutingConfig.DRAIN_TIME,
        ClientKeys.read(section));
  }

  private static Optional<RoutingConfig.Tls> tls(Section section) {
    Optional<Path> cert = section.find(GatewayKeys.TLS_CERT).map(section::resolve);
    Optional<Path> key = section.find(GatewayKeys.TLS_KEY).map(section::resolve);
    cert.ifPresent(file -> checkReadable(section, GatewayKeys.TLS_CERT.name(), file));
    key.ifPresent(file -> checkReadable(section, GatewayKeys.TLS_KEY.name(), file));
    return cert.flatMap(chain -> key.map(secret -> new RoutingConfig.Tls(chain, secret)));
  }

  private static void checkReadable(Section section, String key, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      section.report(key, "there is no file " + file + " that can be read");
    }
  }

  private static GatewayConfig.Management management(Section section) {
    Duration notice = section.get(GatewayKeys.MANAGEMENT_NOTICE);
    if (notice.compareTo(GatewayConfig.Management.LONGEST_NOTICE) > 0) {
      section.report(GatewayKeys.MANAGEMENT_NOTICE.name(), "expected at most 10s");
    }
    return new GatewayConfig.Management(
        section.get(GatewayKeys.MANAGEMENT_HOST),
        section.get(GatewayKeys.MANAGEMENT_PORT),
        section.secret(GatewayKeys.MANAGEMENT_TOKEN),
        notice);
  }

  private static GatewayConfig.Render render(Section section) {
    Optional<Path> libvips = section.find(GatewayKeys.RENDER_LIBVIPS).map(section::resolve);
    libvips.ifPresent(file -> checkReadable(section, GatewayKeys.RENDER_LIBVIPS.name(), file));
    return new GatewayConfig.Render(
        section.find(GatewayKeys.RENDER_THREADS).map(OptionalInt::of).orElse(OptionalInt.empty()),
        section.get(GatewayKeys.RENDER_QUEUE),
        section.find(GatewayKeys.RENDER_MEMORY).map(OptionalLong::of).orElse(OptionalLong.empty()),
        new LoadShrink(section.get(GatewayKeys.RENDER_RESERVE)),
        libvips);
  }

  private static GatewayConfig.Log log(Section section) {
    String format = section.get(GatewayKeys.LOG_FORMAT).toUpperCase(Locale.ROOT);
    return new GatewayConfig.Log(
        GatewayConfig.Log.Format.valueOf(format), section.get(GatewayKeys.LOG_ACCESS));
  }

  private static GatewayConfig.Cache cache(Section section) {
    Optional<DiskConfig> disk =
        section.has(GatewayKeys.DISK) ? disk(section.section(GatewayKeys.DISK)) : Optional.empty();
    return new GatewayConfig.Cache(
        section.get(GatewayKeys.MEMORY),
        section.get(GatewayKeys.SOURCES),
        section.get(GatewayKeys.PIXELS),
        disk);
  }

  private static Optional<DiskConfig> disk(Section section) {
    Optional<Path> path = section.find(GatewayKeys.DISK_PATH).map(section::resolve);
    long size = section.get(GatewayKeys.DISK_SIZE);
    int files = section.get(GatewayKeys.DISK_FILES);
    if (size < DiskConfig.LEAST_BYTES) {
      section.report(GatewayKeys.DISK_SIZE.name(), "expected at least 1MiB, or no disk at all");
      return Optional.empty();
    }
    return path.map(directory -> new DiskConfig(directory, size, files));
  }

  private static AddressRules allowed(Section network) {
    List<String> texts = network.get(GatewayKeys.ALLOW);
    List<AddressRules.Rule> rules = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      switch (AddressRules.parse(texts.get(i))) {
        case AddressRules.Reading.Understood(var rule) -> rules.add(rule);
        case AddressRules.Reading.Problem(var sentence) ->
            network.report(GatewayKeys.ALLOW.name(), i, sentence);
      }
    }
    return new AddressRules(rules);
  }

  private static List<EndpointConfig> endpoints(
      Section root, Collection<String> originNames, Limits limits) {
    List<EndpointConfig> endpoints = new ArrayList<>();
    for (Section section : root.all(EndpointKeys.CATALOG)) {
      EndpointConfig endpoint = EndpointReader.read(section, originNames, limits);
      endpoints.stream()
          .filter(other -> clash(other, endpoint))
          .forEach(
              other ->
                  section.report(
                      EndpointKeys.PATH.name(),
                      "the endpoint '" + other.name() + "' has the same path and host"));
      endpoints.add(endpoint);
    }
    return endpoints;
  }

  private static boolean clash(EndpointConfig one, EndpointConfig other) {
    boolean bothAnywhere = one.hosts().isEmpty() && other.hosts().isEmpty();
    return one.path().equals(other.path())
        && (bothAnywhere || !Collections.disjoint(one.hosts(), other.hosts()));
  }

  /** What one endpoint understands is no mistake. */
  private static Map<String, String> transformations(Section root, List<EndpointConfig> endpoints) {
    boolean legacyOverlays = endpoints.stream().anyMatch(EndpointConfig::legacyOverlays);
    Map<String, String> chains = root.get(GatewayKeys.TRANSFORMATIONS, Map.of());
    for (String name : chains.keySet()) {
      transformationProblem(name, chains, legacyOverlays)
          .ifPresent(problem -> root.report(GatewayKeys.TRANSFORMATIONS.name(), name, problem));
    }
    return chains;
  }

  private static Optional<String> transformationProblem(
      String name, Map<String, String> chains, boolean legacyOverlays) {
    boolean cloudinary = chains.getOrDefault(name, "").startsWith(CloudinaryDialect.CHAIN_PREFIX);
    if (!name.matches("[A-Za-z0-9_-]{1,100}") && !(cloudinary && name.matches(WITH_SPACES))) {
      return Optional.of("a name has letters, digits, '-' and '_' only");
    }
    if (cloudinary) {
      return CloudinaryDialect.problemOf(name, chains, new StoredChains(chains));
    }
    return ImageKitDialect.problemOf(
        name, new ImageKitSettings(chains, false, legacyOverlays, false));
  }
}
