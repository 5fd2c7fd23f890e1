package io.tintype.dialect.cloudinary;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.PathSignature;
import io.tintype.dialect.RemoteUrl;
import io.tintype.dialect.Seal;
import io.tintype.model.DeliveryType;
import io.tintype.model.SourceRef;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a URL says apart from its transformation, whatever its parameters mean.
 *
 * @param rawQuery undecoded
 */
record AssetRequest(AssetUrl url, String rawQuery) {
  /** Usage figures of SDKs, and the leave to see a picture. */
  private static final Set<String> OWN = Set.of("_a", "_s", "_i", "__cld_token__");

  /**
   * What is to be read.
   *
   * @param typed whether stores that just mirror paths know an asset by its types, too
   */
  SourceRef source(boolean typed) {
    if (url.kind().delivery() == DeliveryType.FETCH) {
      return RemoteUrl.readDecoded(url.name().publicId(), ofSource());
    }
    return new SourceRef.Asset(
        url.kind().asset(),
        url.kind().delivery(),
        url.name().publicId(),
        url.name().extension(),
        url.version(),
        typed);
  }

  /** What the file is called, extension included if the URL has one. */
  String fileName() {
    String extension = url.name().extension();
    return url.name().publicId() + (extension.isEmpty() ? "" : "." + extension);
  }

  /** Whether a version is named; SDKs write v1 where they know none. */
  boolean isVersioned() {
    return url.version().isPresent() && url.version().getAsLong() > 1;
  }

  Optional<Seal> signature() {
    return url.signature().map(hash -> new PathSignature(hash, url.signedTexts()));
  }

  /** Who decided about the transformation. */
  ChainKind chainKind() {
    if (url.components().isEmpty()) {
      return ChainKind.NONE;
    }
    boolean named =
        url.components().stream()
            .flatMap(component -> component.parameters().stream())
            .allMatch(NamedTransformations::isName);
    return named ? ChainKind.NAMED : ChainKind.EXPLICIT;
  }

  /** The query without what is meant for Cloudinary. */
  private String ofSource() {
    return Arrays.stream(rawQuery.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !OWN.contains(parameter.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }
}
