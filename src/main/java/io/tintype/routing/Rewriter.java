package io.tintype.routing;

import io.tintype.origin.OriginConfig;
import java.util.Optional;
import java.util.Set;

/**
 * How an endpoint reads Cloudinary's URLs, next to ImageKit's.
 *
 * @param cloud the segment behind the prefix: "" = none, {@code *} = any, else exactly this one
 * @param typed whether asset and delivery type stay part of the paths of origins
 * @param translated whether parameters mean what ImageKit's translation makes of them
 * @param oldVendor who is asked for what cannot be done here; empty = nobody
 * @param folders first folders that are never read as a transformation
 */
public record Rewriter(
    String cloud,
    boolean typed,
    boolean translated,
    Optional<OriginConfig.WebServer> oldVendor,
    Set<String> folders) {
  /** The cloud that stands for all. */
  public static final String ANY_CLOUD = "*";

  public Rewriter {
    folders = Set.copyOf(folders);
  }
}
