package io.tintype.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An image file format we can tell apart by its first bytes, with the names the web has for it. */
public enum ImageFormat {
  JPEG("image/jpeg", true, "jpg", "jpeg"),
  PNG("image/png", true, "png"),
  WEBP("image/webp", true, "webp"),
  AVIF("image/avif", true, "avif"),
  GIF("image/gif", true, "gif"),
  TIFF("image/tiff", true, "tiff", "tif"),
  SVG("image/svg+xml", false, "svg"),
  HEIC("image/heic", false, "heic", "heif"),
  JXL("image/jxl", false, "jxl"),
  PSD("image/vnd.adobe.photoshop", false, "psd"),
  BMP("image/bmp", false, "bmp"),
  ICO("image/vnd.microsoft.icon", false, "ico");

  private final String mediaType;
  private final boolean encodable;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> extensions;

  ImageFormat(String mediaType, boolean encodable, String... extensions) {
    this.mediaType = mediaType;
    this.encodable = encodable;
    this.extensions = List.of(extensions);
  }

  /** The IANA media type. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether we write this format. */
  public boolean encodable() {
    return encodable;
  }

  /** Whether we write this format although nobody has asked for it by name. */
  public boolean delivered() {
    return encodable && this != TIFF;
  }

  /** Whether the format can carry an alpha channel. */
  public boolean carriesAlpha() {
    return this != JPEG && this != BMP;
  }

  /** Whether we write more than one frame in this format. */
  public boolean animates() {
    return this == GIF || this == WEBP;
  }

  /** The usual file name extension, without the dot. */
  public String extension() {
    return extensions.getFirst();
  }

  /** The format named by a file name extension, in any letter case. */
  public static Optional<ImageFormat> ofExtension(String extension) {
    String wanted = extension.toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (format.extensions.contains(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
