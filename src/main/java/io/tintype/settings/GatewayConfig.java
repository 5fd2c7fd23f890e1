package io.tintype.settings;

import io.tintype.cache.disk.DiskConfig;
import io.tintype.config.Secret;
import io.tintype.model.Limits;
import io.tintype.origin.AddressRules;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginId;
import io.tintype.origin.Protection;
import io.tintype.plan.LoadShrink;
import io.tintype.routing.EndpointConfig;
import io.tintype.routing.Rewriter;
import io.tintype.routing.RoutingConfig;
import io.tintype.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The whole configuration, checked. Keys, defaults and units: {@code docs/configuration.md}.
 *
 * @param delivery where images are served
 * @param limits for endpoints that say nothing else
 * @param sandbox what processes that draw may take
 * @param allowedAddresses what outgoing connections may reach besides public addresses
 * @param protections of origins that a network lies between
 * @param transformations named transformations: name to chain in ImageKit's language
 */
public record GatewayConfig(
    RoutingConfig delivery,
    Management management,
    Log log,
    Limits limits,
    Render render,
    SandboxSettings sandbox,
    AddressRules allowedAddresses,
    Cache cache,
    List<OriginConfig> origins,
    Map<OriginId, Protection> protections,
    List<EndpointConfig> endpoints,
    Map<String, String> transformations) {
  public GatewayConfig {
    origins = List.copyOf(origins);
    protections = Map.copyOf(protections);
    endpoints = List.copyOf(endpoints);
    transformations = Collections.unmodifiableMap(new LinkedHashMap<>(transformations));
  }

  /** Everything that is fetched from: the origins, and old vendors that do what we cannot. */
  public List<OriginConfig> fetched() {
    List<OriginConfig> all = new ArrayList<>(origins);
    endpoints.forEach(
        endpoint -> endpoint.rewriter().flatMap(Rewriter::oldVendor).ifPresent(all::add));
    return List.copyOf(all);
  }

  /** The names of the top-level keys whose values differ and that only a restart can change. */
  public List<String> restartNeededFor(GatewayConfig next) {
    List<String> keys = new ArrayList<>();
    addIf(!delivery.equals(next.delivery), "delivery", keys);
    addIf(!management.equals(next.management), "management", keys);
    addIf(!render.equals(next.render), "render", keys);
    addIf(!sandbox.equals(next.sandbox), "sandbox", keys);
    addIf(!allowedAddresses.equals(next.allowedAddresses), "network", keys);
    addIf(!cache.equals(next.cache), "cache", keys);
    return List.copyOf(keys);
  }

  /** What a reload makes of this one: the next one, except for what only a restart can change. */
  public GatewayConfig reloadedFrom(GatewayConfig next) {
    return new GatewayConfig(
        delivery,
        management,
        next.log,
        next.limits,
        render,
        sandbox,
        allowedAddresses,
        cache,
        next.origins,
        next.protections,
        next.endpoints,
        next.transformations);
  }

  private static void addIf(boolean differs, String key, List<String> keys) {
    if (differs) {
      keys.add(key);
    }
  }

  /**
   * Where metrics and health are served.
   *
   * @param port 0 = any free one
   * @param token what protected calls must carry; empty = they are switched off
   * @param notice how long requests are accepted after the process has said that it will end
   */
  public record Management(String host, int port, Optional<Secret> token, Duration notice) {
    /** So that there is time left for requests under way before the process is killed. */
    static final Duration LONGEST_NOTICE = Duration.ofSeconds(10);
  }

  /**
   * How the log looks.
   *
   * @param access whether there is a line for every request
   */
  public record Log(Format format, boolean access) {
    /** How a line of the log is written. */
    public enum Format {
      TEXT,
      JSON
    }
  }

  /**
   * How much is rendered at once, and with what.
   *
   * @param threads empty = decided by the machine
   * @param queue renderings that may wait
   * @param memoryBytes of native memory; empty = decided by the machine
   * @param loadShrink how far JPEGs may be shrunk while they are decoded
   * @param libvips a shared library; empty = the prebuilt one
   */
  public record Render(
      OptionalInt threads,
      int queue,
      OptionalLong memoryBytes,
      LoadShrink loadShrink,
      Optional<Path> libvips) {}

  /**
   * What is kept.
   *
   * @param memoryBytes of results in memory; 0 switches the cache off
   * @param sourceBytes of encoded sources in memory; 0 switches the cache off
   * @param pixelBytes of decoded pixels; 0 switches the cache off
   * @param disk empty = nothing is kept on disk
   */
  public record Cache(
      long memoryBytes, long sourceBytes, long pixelBytes, Optional<DiskConfig> disk) {}
}
