package io.tintype.origin.s3;

import io.tintype.model.AssetType;
import io.tintype.model.PercentEncoding;
import io.tintype.model.SourceRef;
import io.tintype.origin.AssetLayout;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where Cloudinary stores the backups of a public id: {@code <folder>/<asset type>/<delivery
 * type>/<public id>/<version>.<format>}. The public id is a folder; the extension of a URL is not
 * part of it, unless it is a raw file's.
 *
 * @param folder ends in a slash or is empty; up to the cloud's name, or asset and delivery type
 *     included
 * @param defaultType asset and delivery type where neither folder nor path name one
 * @param encode whether the bucket's keys hold percent-encoded segments
 */
public record BackupKeys(String folder, String defaultType, boolean encode) {
  private static final Set<String> ASSETS = Set.of("image", "video", "raw");
  private static final Set<String> DELIVERIES =
      Set.of(
          "upload",
          "private",
          "authenticated",
          "fetch",
          "multi",
          "sprite",
          "text",
          "facebook",
          "twitter",
          "youtube",
          "vimeo",
          "gravatar");
  private static final Set<String> MOVING =
      Set.of(
          "3g2", "3gp", "aac", "aif", "aiff", "amr", "avi", "flac", "flv", "m2ts", "m3u8", "m4a",
          "m4v", "mkv", "mov", "mp3", "mp4", "mpd", "mpeg", "mpg", "mts", "mxf", "ogg", "ogv",
          "opus", "ts", "wav", "webm", "wma", "wmv");
  private static final Set<String> PICTURES =
      Set.of(
          "ai", "apng", "avif", "bmp", "djvu", "eps", "gif", "heic", "heif", "ico", "jp2", "jpe",
          "jpeg", "jpg", "jxl", "pdf", "png", "psd", "svg", "tga", "tif", "tiff", "webp");
  private static final String IMAGES = "image/upload";

  /** In {@code res/<cloud>/image/upload/…}, for a folder that is the bucket's root. */
  private static final int DEEPEST_TYPE = 2;

  private static final String VIDEOS = "video/upload";
  private static final String RAW_FILES = "raw/upload";

  /** Prefixes of the versions of what is asked for, likeliest first. */
  public List<String> prefixes(SourceRef.Named named) {
    List<String> segments = named.segments();
    if (isTyped(segments, 0) && segments.size() > 2) {
      String type = segments.get(0) + "/" + segments.get(1);
      return inside(
          cloudFolder() + type + "/", type, publicId(segments.subList(2, segments.size())));
    }
    String path = publicId(segments);
    if (folderIsTyped()) {
      return inside(folder, "", path);
    }
    String type = typeFor(named);
    List<String> prefixes = new ArrayList<>(belowCloudOf(segments));
    prefixes.addAll(inside(folder + type + "/", type, path));
    if (!type.equals(RAW_FILES)) {
      prefixes.add(folder + RAW_FILES + "/" + path + "/");
    }
    return prefixes;
  }

  /**
   * Prefixes of the versions of an asset, likeliest first. Its public id needs no guessing, but it
   * may end in what looks like an extension, and be written in two ways in Unicode.
   */
  public List<String> prefixes(SourceRef.Asset asset) {
    String types = asset.type().word() + "/" + asset.delivery().word() + "/";
    String parent = narrowedTo(types) ? folder : cloudFolder() + types;
    String whole =
        asset.extension().isEmpty() ? asset.publicId() : asset.publicId() + "." + asset.extension();
    Set<String> prefixes = new LinkedHashSet<>();
    List<String> ids =
        asset.type() == AssetType.RAW
            ? List.of(whole, withoutExtension(whole))
            : List.of(asset.publicId(), whole);
    for (String id : ids) {
      AssetLayout.spellingsOf(id).forEach(name -> prefixes.add(parent + encoded(name) + "/"));
    }
    return List.copyOf(prefixes);
  }

  /** The key of a plain object, for buckets that mirror the paths of URLs. */
  String plain(SourceRef.Asset asset) {
    return plain(asset.mirrored());
  }

  /** The key of a plain object, for buckets that mirror the paths of URLs. */
  String plain(SourceRef.Named named) {
    return folder + publicId(named.segments());
  }

  /** Both ways to read a path: with its extension as part of the public id, and without. */
  private static List<String> inside(String parent, String type, String path) {
    String bare = withoutExtension(path);
    String whole = parent + path + "/";
    if (bare.equals(path)) {
      return List.of(whole);
    }
    String extension = path.substring(bare.length() + 1).toLowerCase(Locale.ROOT);
    boolean known = PICTURES.contains(extension) || MOVING.contains(extension);
    boolean wholeFirst = type.startsWith("raw/") || !known;
    return wholeFirst ? List.of(whole, parent + bare + "/") : List.of(parent + bare + "/", whole);
  }

  /** Where a folder above the clouds leaves it to the path to name cloud, asset and type. */
  private List<String> belowCloudOf(List<String> segments) {
    for (int i = 1; i <= DEEPEST_TYPE && i + 2 < segments.size(); i++) {
      if (isTyped(segments, i)) {
        String parent = folder + publicId(segments.subList(0, i + 2)) + "/";
        String type = segments.get(i) + "/" + segments.get(i + 1);
        return inside(parent, type, publicId(segments.subList(i + 2, segments.size())));
      }
    }
    return List.of();
  }

  private String typeFor(SourceRef.Named named) {
    boolean moving = MOVING.contains(named.extension().toLowerCase(Locale.ROOT));
    return moving && defaultType.equals(IMAGES) ? VIDEOS : defaultType;
  }

  /** The folder up to the cloud's name. */
  private String cloudFolder() {
    List<String> segments = folderSegments();
    int last = segments.size() - 2;
    if (last < 0 || !isTyped(segments, last)) {
      return folder;
    }
    return segments.subList(0, last).stream().map(s -> s + "/").collect(Collectors.joining());
  }

  /** Whether the folder goes on behind asset and delivery type, and these are the ones. */
  private boolean narrowedTo(String types) {
    int at = ("/" + folder).indexOf("/" + types);
    return at >= 0 && folder.length() > at + types.length();
  }

  private boolean folderIsTyped() {
    List<String> segments = folderSegments();
    for (int i = 0; i + 1 < segments.size(); i++) {
      if (isTyped(segments, i)) {
        return true;
      }
    }
    return false;
  }

  private List<String> folderSegments() {
    return folder.isEmpty()
        ? List.of()
        : List.of(folder.substring(0, folder.length() - 1).split("/", -1));
  }

  private static boolean isTyped(List<String> segments, int at) {
    return at + 1 < segments.size()
        && ASSETS.contains(segments.get(at))
        && DELIVERIES.contains(segments.get(at + 1));
  }

  private String publicId(List<String> segments) {
    return segments.stream()
        .map(segment -> encode ? PercentEncoding.encodeSegment(segment) : segment)
        .collect(Collectors.joining("/"));
  }

  private String encoded(String path) {
    return publicId(List.of(path.split("/", -1)));
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }
}
