package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Reading;
import io.tintype.dialect.RemoteUrl;
import io.tintype.model.AssetType;
import io.tintype.model.DeliveryType;
import io.tintype.model.SourceRef;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What names inside transformations stand for (Cloudinary, "Layers").
 *
 * @param typed whether stores that just mirror paths know an asset by asset and delivery type, too
 */
record LayerPictures(boolean typed) {
  private static final Pattern REFERENCE = Pattern.compile("ref:!([^!]*)!");
  private static final Pattern KIND = Pattern.compile("([a-z_]+):(.*)", Pattern.DOTALL);

  /** What is opened. */
  static final Set<String> OPENED = Set.of("image", "fetch", "upload", "private", "authenticated");

  private static final String LUT = "lut";
  private static final Set<String> MOVING = Set.of("video", "audio", "subtitles");
  private static final Set<String> NETWORKS =
      Set.of(
          "facebook",
          "twitter",
          "twitter_name",
          "gravatar",
          "youtube",
          "vimeo",
          "google_plus",
          "instagram",
          "instagram_name",
          "hulu",
          "animoto",
          "dailymotion",
          "worldstarhiphop");

  /** What a name may begin with, and a colon: it says more than a folder. */
  static final Set<String> KINDS =
      Stream.of(OPENED, Set.of(LUT), MOVING, NETWORKS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** What {@code l_} and {@code u_} name, unless it is a text. */
  Reading<SourceRef> read(String name) {
    Matcher reference = REFERENCE.matcher(name);
    if (reference.matches()) {
      return read(reference.group(1));
    }
    Matcher kind = KIND.matcher(name);
    if (!kind.matches()) {
      return uploaded(DeliveryType.UPLOAD, name);
    }
    String word = kind.group(1);
    String rest = kind.group(2);
    if (MOVING.contains(word)) {
      return new Reading.Unsupported<>("is of videos");
    }
    if (NETWORKS.contains(word)) {
      return new Reading.Unsupported<>("is of a network that is not asked");
    }
    return switch (word) {
      case "image" -> read(rest);
      case "fetch" -> remote(rest);
      case LUT -> new Reading.Unsupported<>("needs tables of colours, which are not read");
      case "upload" -> uploaded(DeliveryType.UPLOAD, rest);
      case "private" -> uploaded(DeliveryType.PRIVATE, rest);
      case "authenticated" -> uploaded(DeliveryType.AUTHENTICATED, rest);
      default -> uploaded(DeliveryType.UPLOAD, name);
    };
  }

  /** An uploaded picture, with or without its extension. */
  SourceRef asset(DeliveryType delivery, String publicId) {
    AssetName name = AssetName.of(List.of(publicId.replace("%", "%25")), AssetType.IMAGE, false);
    return new SourceRef.Asset(
        AssetType.IMAGE, delivery, name.publicId(), name.extension(), OptionalLong.empty(), typed);
  }

  /** A font file, which Cloudinary keeps among what nobody may load. */
  SourceRef font(String publicId) {
    AssetName name = AssetName.of(List.of(publicId.replace("%", "%25")), AssetType.RAW, false);
    return new SourceRef.Asset(
        AssetType.RAW,
        DeliveryType.AUTHENTICATED,
        name.publicId(),
        "",
        OptionalLong.empty(),
        typed);
  }

  private Reading<SourceRef> uploaded(DeliveryType delivery, String name) {
    String publicId = name.replace(':', '/');
    return publicId.replace("/", "").isEmpty()
        ? new Reading.Invalid<>()
        : new Reading.Value<>(asset(delivery, publicId));
  }

  /** In base64, with either alphabet, with or without padding. */
  private static Reading<SourceRef> remote(String encoded) {
    String digits = encoded.replace('+', '-').replace('/', '_');
    try {
      String url = new String(Base64.getUrlDecoder().decode(digits), StandardCharsets.UTF_8);
      return RemoteUrl.isOne(url)
          ? new Reading.Value<>(RemoteUrl.read(url, ""))
          : new Reading.Invalid<>();
    } catch (IllegalArgumentException noBase64) {
      return new Reading.Invalid<>();
    }
  }
}
