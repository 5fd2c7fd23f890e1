package io.tintype.dialect.imagekit;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.ForeignChains;
import io.tintype.dialect.RawRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Named transformations in ImageKit's language, for endpoints that are asked in another. */
public final class StoredChains implements ForeignChains {
  private static final String ANY_PICTURE = "/a";

  private final Map<String, String> chains;
  private final ImageKitDialect dialect;

  /** What has been read already: it is the same for every request. */
  private final Map<String, DeliveryRequest> known = new ConcurrentHashMap<>();

  /**
   * For one configuration.
   *
   * @param transformations all there are
   */
  public StoredChains(Map<String, String> transformations) {
    this.chains =
        transformations.entrySet().stream()
            .filter(named -> !named.getValue().startsWith(NamedTransformations.OTHER_LANGUAGE))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    this.dialect = new ImageKitDialect(new ImageKitSettings(transformations, false));
  }

  @Override
  public Optional<DeliveryRequest> find(String name) {
    DeliveryRequest read = known.get(name);
    if (read != null) {
      return Optional.of(read);
    }
    return chains.containsKey(name)
        ? Optional.of(known.computeIfAbsent(name, this::read))
        : Optional.empty();
  }

  private DeliveryRequest read(String name) {
    return dialect.parse(
        new RawRequest("tr:" + NamedTransformations.KEY + "-" + name + ANY_PICTURE, ""));
  }
}
