package io.tintype.origin.file;

import io.tintype.model.ImageFormat;
import java.util.Locale;
import java.util.Map;

/** What the names of files say of their content. */
final class MediaTypes {
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("css", "text/css"),
          Map.entry("csv", "text/csv"),
          Map.entry("htm", "text/html"),
          Map.entry("html", "text/html"),
          Map.entry("js", "text/javascript"),
          Map.entry("json", "application/json"),
          Map.entry("mjs", "text/javascript"),
          Map.entry("mov", "video/quicktime"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("wav", "audio/wav"),
          Map.entry("webm", "video/webm"),
          Map.entry("woff", "font/woff"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("xml", "application/xml"),
          Map.entry("zip", "application/zip"));

  private MediaTypes() {}

  /** The media type that goes with a file name's extension; empty if we know none. */
  static String ofName(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ImageFormat.ofExtension(extension)
        .map(ImageFormat::mediaType)
        .orElseGet(() -> OTHERS.getOrDefault(extension, ""));
  }
}
