package io.tintype.origin;

import io.tintype.model.AssetType;
import io.tintype.model.SourceRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a store is looked into for one of Cloudinary's assets. Cloudinary keeps the format of an
 * original apart from its name, and so an extension in a URL, or none, says nothing of the file
 * that somebody has copied elsewhere.
 *
 * @param extensions of files, tried for pictures where the store has neither what the URL names nor
 *     the same without extension; likeliest first
 */
public record AssetNames(AssetLayout layout, List<String> extensions) {
  /** Of a server: as the endpoint says, under no other extension. */
  public static final AssetNames OF_SERVER = new AssetNames(AssetLayout.ENDPOINT, List.of());

  /** Of a store of one's own: as the endpoint says, whatever the file's extension. */
  public static final AssetNames OF_STORE =
      new AssetNames(
          AssetLayout.ENDPOINT, List.of("jpg", "png", "webp", "gif", "jpeg", "svg", "avif", "tif"));

  public AssetNames {
    extensions = List.copyOf(extensions);
  }

  /** The names at a host: Cloudinary itself needs no setting. */
  public AssetNames at(String host) {
    return new AssetNames(layout.at(host), extensions);
  }

  /** Names to ask for, likeliest first; not empty. */
  public List<SourceRef.Named> of(SourceRef.Asset asset) {
    Set<SourceRef.Named> names = new LinkedHashSet<>(layout.namesOf(asset));
    if (asset.type() == AssetType.IMAGE && layout != AssetLayout.CLOUDINARY) {
      for (String extension : extensions) {
        names.addAll(layout.namesOf(asset.called(asset.publicId(), extension)));
      }
    }
    return List.copyOf(names);
  }
}
