package io.tintype.dialect.cloudinary;

import static java.util.Map.entry;

import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the words of a path say about an asset (Cloudinary, "Advanced URL delivery options").
 *
 * @param seo whether a descriptive name follows the public id
 * @param words how many segments say so
 */
record Kind(AssetType asset, DeliveryType delivery, boolean seo, int words) {
  /** Of a URL that says nothing. */
  static final Kind OF_ROOT = new Kind(AssetType.IMAGE, DeliveryType.UPLOAD, false, 0);

  private static final Map<String, Kind> ONE_WORD =
      Map.ofEntries(
          entry("images", seo(AssetType.IMAGE, DeliveryType.UPLOAD)),
          entry("private_images", seo(AssetType.IMAGE, DeliveryType.PRIVATE)),
          entry("authenticated_images", seo(AssetType.IMAGE, DeliveryType.AUTHENTICATED)),
          entry("videos", seo(AssetType.VIDEO, DeliveryType.UPLOAD)),
          entry("files", seo(AssetType.RAW, DeliveryType.UPLOAD)),
          entry("iu", new Kind(AssetType.IMAGE, DeliveryType.UPLOAD, false, 1)));

  /** What is said from one segment on; empty if that is none of the words. */
  static Optional<Kind> at(List<UrlSegment> segments, int index) {
    if (index >= segments.size()) {
      return Optional.empty();
    }
    Optional<AssetType> asset = AssetType.ofWord(segments.get(index).text());
    if (asset.isPresent() && index + 1 < segments.size()) {
      Optional<DeliveryType> delivery = DeliveryType.ofWord(segments.get(index + 1).text());
      if (delivery.isPresent()) {
        return Optional.of(new Kind(asset.get(), delivery.get(), false, 2));
      }
    }
    return Optional.ofNullable(ONE_WORD.get(segments.get(index).text()));
  }

  private static Kind seo(AssetType asset, DeliveryType delivery) {
    return new Kind(asset, delivery, true, 1);
  }
}
