package io.tintype.origin;

import io.tintype.model.SourceRef;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a store calls the assets of Cloudinary's URLs. */
public enum AssetLayout {
  /** As the endpoint says. */
  ENDPOINT,
  /** By asset type, delivery type and public id. */
  TYPES,
  /** By public id alone. */
  PUBLIC_ID,
  /** As Cloudinary itself: by types and public id, without extension, since that would convert. */
  CLOUDINARY;

  /** What Cloudinary would take for a transformation or a version instead of a folder. */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("(?:image|video|raw)/[a-z0-9_]+/(?:[a-z]{1,4}_[^/]*|\\$[^/]*|v[0-9]+)/.+");

  /** The layout at a host: Cloudinary itself needs no setting. */
  public AssetLayout at(String host) {
    boolean cloudinary = host.equals("cloudinary.com") || host.endsWith(".cloudinary.com");
    return this == ENDPOINT && cloudinary ? CLOUDINARY : this;
  }

  /** Names to ask for, likeliest first; not empty. */
  public List<SourceRef.Named> namesOf(SourceRef.Asset asset) {
    SourceRef.Asset bare = asset.called(asset.publicId(), "");
    Set<SourceRef.Named> names = new LinkedHashSet<>();
    if (this == CLOUDINARY) {
      names.add(unambiguous(bare, asset));
      names.add(unambiguous(asset, asset));
    } else {
      spellings(asset).forEach(spelling -> names.add(name(spelling)));
      spellings(bare).forEach(spelling -> names.add(name(spelling)));
    }
    return List.copyOf(names);
  }

  /** Ways to write a text in Unicode: as it is, composed and decomposed. */
  public static Set<String> spellingsOf(String text) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(text);
    spellings.add(Normalizer.normalize(text, Normalizer.Form.NFC));
    spellings.add(Normalizer.normalize(text, Normalizer.Form.NFD));
    return spellings;
  }

  private SourceRef.Named name(SourceRef.Asset asset) {
    return switch (this) {
      case ENDPOINT -> asset.mirrored();
      case TYPES, CLOUDINARY -> asset.typedPath();
      case PUBLIC_ID -> asset.untypedPath();
    };
  }

  private static List<SourceRef.Asset> spellings(SourceRef.Asset asset) {
    List<SourceRef.Asset> assets = new ArrayList<>();
    spellingsOf(asset.publicId()).forEach(id -> assets.add(asset.called(id, asset.extension())));
    return assets;
  }

  /** A version in front of the public id says that the public id begins there. */
  private static SourceRef.Named unambiguous(SourceRef.Asset named, SourceRef.Asset asked) {
    SourceRef.Named plain = named.typedPath();
    if (!AMBIGUOUS.matcher(plain.rawPath()).matches()) {
      return plain;
    }
    String types = asked.type().word() + "/" + asked.delivery().word() + "/";
    String version = "v" + asked.version().orElse(1) + "/";
    return new SourceRef.Named(types + version + plain.rawPath().substring(types.length()), "");
  }
}
