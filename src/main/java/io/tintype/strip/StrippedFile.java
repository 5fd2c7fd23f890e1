package io.tintype.strip;

import io.tintype.model.ImageFormat;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;

/**
 * An image file without its private metadata: EXIF, XMP, IPTC, comments, thumbnails, and whatever
 * nobody needs to show the picture.
 *
 * @param parts of the file, in order; most of them are views of the file that was read
 */
public record StrippedFile(List<MemorySegment> parts) {
  public StrippedFile {
    parts = List.copyOf(parts);
  }

  /**
   * Strips a file.
   *
   * @param keepsProfile whether a colour profile stays
   * @return empty if the format is not one we strip, the file is built in a way we do not
   *     understand, or it has a profile that would be lost and change its colours
   */
  public static Optional<StrippedFile> of(
      ImageFormat format, MemorySegment file, boolean keepsProfile) {
    return switch (format) {
      case JPEG -> new JpegStripper(file, keepsProfile).strip();
      case PNG -> new PngStripper(file, keepsProfile).strip();
      case WEBP -> new WebpStripper(file, keepsProfile).strip();
      case AVIF, GIF, TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> Optional.empty();
    };
  }

  /** Number of bytes. */
  public long size() {
    return parts.stream().mapToLong(MemorySegment::byteSize).sum();
  }

  /** A copy of all bytes; fewer than 2 GiB. */
  public byte[] bytes() {
    byte[] all = new byte[Math.toIntExact(size())];
    int end = 0;
    for (MemorySegment part : parts) {
      int size = (int) part.byteSize();
      MemorySegment.copy(part, ValueLayout.JAVA_BYTE, 0, all, end, size);
      end += size;
    }
    return all;
  }
}
