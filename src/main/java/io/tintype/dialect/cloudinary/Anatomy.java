package io.tintype.dialect.cloudinary;

import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The parts of a URL, for those who look into it.
 *
 * @param cloud name of the cloud; empty = not in the path
 * @param signature empty = not signed
 * @param components of the transformation in order, each with its parameters; names not replaced
 * @param version empty = none
 * @param publicId percent-decoded; of a fetched picture its URL as it stands in the path
 * @param extension without dot; empty = none
 * @param suffix descriptive name that is part of no key; empty = none
 */
public record Anatomy(
    Optional<String> cloud,
    AssetType asset,
    DeliveryType delivery,
    Optional<String> signature,
    List<List<String>> components,
    OptionalLong version,
    String publicId,
    String extension,
    String suffix) {
  public Anatomy {
    components = components.stream().map(List::copyOf).toList();
  }

  static Anatomy of(AssetUrl url) {
    return new Anatomy(
        url.cloud(),
        url.kind().asset(),
        url.kind().delivery(),
        url.signature(),
        url.components().stream()
            .map(component -> component.parameters().stream().map(Parameter::raw).toList())
            .toList(),
        url.version(),
        url.name().publicId(),
        url.name().extension(),
        url.name().suffix());
  }
}
