package io.tintype.access;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.model.DeliveryType;
import io.tintype.model.SourceRef;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cloudinary's delivery types that demand a signature: everything of an {@code authenticated}
 * asset, and what a {@code private} one is as it is stored. Fonts are kept among what nobody may
 * load, and everybody may write with them.
 *
 * @param inPaths whether paths that have such types in them, as mirrors and backups do, are locked
 *     in other languages, too
 */
public record DeliveryLock(boolean inPaths) {
  /** Somewhere in front of the public id; empty segments are none to most stores. */
  private static final Pattern TYPES =
      Pattern.compile("(?:^|.*/)(?:image|video|raw)/+(authenticated|private)/.*");

  /** Whether a request needs a signature. */
  boolean holds(DeliveryRequest request) {
    boolean original = request.chainKind() == ChainKind.NONE || request.disposition().original();
    return holds(request.source(), original)
        || request.defaultImage().filter(image -> holds(image, original)).isPresent()
        || request.transformation().ingredients().pictures().stream()
            .anyMatch(layer -> holds(layer, true));
  }

  private boolean holds(SourceRef source, boolean original) {
    return typeOf(source)
        .filter(
            type ->
                type == DeliveryType.AUTHENTICATED || (type == DeliveryType.PRIVATE && original))
        .isPresent();
  }

  private Optional<DeliveryType> typeOf(SourceRef source) {
    return switch (source) {
      case SourceRef.Asset asset -> Optional.of(asset.delivery());
      case SourceRef.Named named when inPaths -> typeIn(named.path());
      case SourceRef.Named _, SourceRef.Remote _, SourceRef.Vendor _ -> Optional.empty();
    };
  }

  private static Optional<DeliveryType> typeIn(String path) {
    Matcher types = TYPES.matcher(path.toLowerCase(Locale.ROOT));
    return types.matches() ? DeliveryType.ofWord(types.group(1)) : Optional.empty();
  }
}
