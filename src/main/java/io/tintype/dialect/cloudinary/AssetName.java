package io.tintype.dialect.cloudinary;

import io.tintype.dialect.RawText;
import io.tintype.model.AssetType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the end of a path names.
 *
 * @param publicId percent-decoded, without outer slashes; of a raw file with its extension
 * @param extension known one, without dot, as the URL has it; empty = none
 * @param suffix descriptive name that is part of no key; empty = none
 * @param signed as the signature has it: public id and extension, not decoded
 */
record AssetName(String publicId, String extension, String suffix, String signed) {
  /** Whatever else stands behind a dot belongs to the public id. */
  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  private static final Set<String> EXTENSIONS =
      Set.of(
          "aac", "ai", "apng", "arw", "avi", "avif", "bmp", "cr2", "css", "djvu", "eps", "eps3",
          "ept", "fbx", "flac", "flif", "flv", "gif", "glb", "gltf", "hdp", "heic", "heif", "ico",
          "indd", "jp2", "jpc", "jpe", "jpeg", "jpg", "json", "jxl", "jxr", "m3u8", "m4a", "mkv",
          "mov", "mp3", "mp4", "mpd", "ogg", "ogv", "pdf", "png", "ps", "psd", "svg", "tga", "tif",
          "tiff", "ts", "txt", "wav", "wdp", "webm", "webp", "wmv");

  /**
   * Reads the last segments of a path.
   *
   * @param rest not decoded, may be empty
   * @param seo whether the last one is a descriptive name
   */
  static AssetName of(List<String> rest, AssetType asset, boolean seo) {
    if (!seo || rest.size() < 2) {
      String raw = String.join("/", rest);
      return plain(raw, asset);
    }
    String raw = String.join("/", rest.subList(0, rest.size() - 1));
    String suffix = clean(rest.getLast());
    int dot = suffix.lastIndexOf('.');
    String extension = dot < 0 ? "" : suffix.substring(dot + 1);
    String publicId = clean(raw);
    String signed = extension.isEmpty() ? raw : raw + "." + extension;
    String name = dot < 0 ? suffix : suffix.substring(0, dot);
    return asset == AssetType.RAW
        ? new AssetName(clean(signed), "", name, signed)
        : new AssetName(publicId, extension, name, signed);
  }

  /** Whether nothing is named. */
  boolean isEmpty() {
    return publicId.isEmpty();
  }

  private static AssetName plain(String raw, AssetType asset) {
    String whole = clean(raw);
    int dot = whole.lastIndexOf('.');
    boolean known =
        asset != AssetType.RAW
            && dot > whole.lastIndexOf('/') + 1
            && EXTENSIONS.contains(whole.substring(dot + 1).toLowerCase(Locale.ROOT));
    return known
        ? new AssetName(whole.substring(0, dot), whole.substring(dot + 1), "", raw)
        : new AssetName(whole, "", "", raw);
  }

  /** Upload forms store names with a signature behind a hash mark; some clients send it along. */
  private static String clean(String raw) {
    String text = RawText.decode(raw);
    int hash = text.indexOf('#');
    String id = SLASHES.matcher(hash < 0 ? text : text.substring(0, hash)).replaceAll("/");
    RawText.refuseDots(id);
    int start = id.startsWith("/") ? 1 : 0;
    int end = id.endsWith("/") && id.length() > start ? id.length() - 1 : id.length();
    return id.substring(start, end);
  }
}
