package io.tintype.info;

import java.util.Map;

/**
 * The names ImageKit shows EXIF values under, which are those of <a
 * href="https://exiftool.org/TagNames/EXIF.html">ExifTool</a>.
 */
final class ExifNames {
  /** Where the library has other words, and not only other spaces. */
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("Date/Time", "ModifyDate"),
          Map.entry("Date/Time Digitized", "CreateDate"),
          Map.entry("Exposure Bias Value", "ExposureCompensation"),
          Map.entry("FlashPix Version", "FlashpixVersion"),
          Map.entry("Focal Length 35", "FocalLengthIn35mmFormat"),
          Map.entry("Interoperability Index", "InteropIndex"),
          Map.entry("Interoperability Version", "InteropVersion"),
          Map.entry("ISO Speed Ratings", "ISO"),
          Map.entry("White Balance", "LightSource"),
          Map.entry("White Balance Mode", "WhiteBalance"));

  private ExifNames() {}

  /** The name for one the library uses, such as {@code Exposure Time}. */
  static String of(String name) {
    String other = OTHERS.get(name);
    return other == null ? name.replaceAll("[^A-Za-z0-9]", "") : other;
  }
}
