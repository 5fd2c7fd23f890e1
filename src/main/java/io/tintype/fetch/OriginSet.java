package io.tintype.fetch;

import io.tintype.model.SourceRef;
import io.tintype.origin.Origin;
import io.tintype.origin.OriginChain.Link;
import io.tintype.origin.OriginConfig;
import io.tintype.origin.OriginConfig.Timeouts;
import io.tintype.origin.OriginId;
import io.tintype.origin.OriginSettings;
import io.tintype.origin.SourceInfo;
import io.tintype.origin.Standing;
import io.tintype.origin.Standings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The origins of one state of the settings, and how many requests still use them: a replaced set is
 * closed after its last use. Confined to one event loop.
 */
final class OriginSet {
  private final OriginSettings settings;
  private final Map<OriginId, OriginConfig> configs = new HashMap<>();
  private final Map<OriginId, Origin> origins = new HashMap<>();
  private final Map<OriginId, Function<SourceRef, Standing>> standings = new HashMap<>();
  private int users;
  private boolean replaced;

  /**
   * Makes the origins.
   *
   * @param known what the process knows of them
   */
  OriginSet(OriginSettings settings, Standings known, Function<OriginConfig, Origin> factory) {
    this.settings = settings;
    for (OriginConfig config : settings.origins()) {
      configs.put(config.id(), config);
      origins.put(config.id(), factory.apply(config));
      standings.put(config.id(), known.of(config, settings.protectionOf(config.id())));
    }
  }

  boolean isOf(OriginSettings current) {
    return settings.equals(current);
  }

  /** The links of a preference list for a source; one more {@link #release} is due. */
  List<Link> use(List<OriginId> preference, SourceRef source) {
    users++;
    return preference.stream().map(id -> link(id, source)).toList();
  }

  void release() {
    users--;
    closeIfUnused();
  }

  /** No further use will begin. */
  void replace() {
    replaced = true;
    closeIfUnused();
  }

  /** The info with the origin's canonical link for what was asked for. */
  SourceInfo withCanonical(SourceInfo info, OriginId id, SourceRef asked) {
    OriginConfig config = configs.get(id);
    if (config == null || config.canonicalBaseUrl().isEmpty()) {
      return info;
    }
    String path =
        switch (asked) {
          case SourceRef.Named named -> named.rawPath();
          case SourceRef.Asset asset -> asset.mirrored().rawPath();
          case SourceRef.Vendor vendor -> vendor.rawPath();
          case SourceRef.Remote remote -> remote.url().split("\\?", 2)[0];
        };
    return info.withCanonicalUrl(config.canonicalBaseUrl().get() + "/" + path);
  }

  private Link link(OriginId id, SourceRef source) {
    Origin origin = origins.get(id);
    OriginConfig config = configs.get(id);
    Function<SourceRef, Standing> standing = standings.get(id);
    return origin == null || config == null || standing == null
        ? new Link(new UnknownOrigin(id), Timeouts.DEFAULT.total(), Standing.unlimited())
        : new Link(origin, limit(config), standing.apply(source));
  }

  private static Duration limit(OriginConfig config) {
    return switch (config) {
      case OriginConfig.WebServer web -> web.timeouts().total();
      case OriginConfig.WebProxy proxy -> proxy.timeouts().total();
      case OriginConfig.S3 s3 -> s3.timeouts().total();
      case OriginConfig.CloudinaryBackup backup -> backup.timeouts().total();
      case OriginConfig.Folder _ -> Timeouts.DEFAULT.total();
    };
  }

  private void closeIfUnused() {
    if (replaced && users == 0) {
      origins.values().forEach(Origin::close);
    }
  }
}
