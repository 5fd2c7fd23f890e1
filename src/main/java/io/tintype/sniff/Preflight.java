package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Reads the header of a source in Java. Native decoders are the part of the gateway an attacker
 * would aim at, and the part that takes memory: what a picture will cost is known before they see a
 * byte. Headers are only walked through, never followed backwards, so every read ends.
 */
public final class Preflight {
  /** Above this many pixels on a side a header is taken as nonsense; libvips thinks alike. */
  private static final long LARGEST_SIDE = 10_000_000;

  private Preflight() {}

  /**
   * Looks at a source.
   *
   * @param format its format, as {@link Sniffer} tells it
   * @param bytes all of it, in native or heap memory; nothing is copied or kept
   * @return empty if the format is none we decode or draw, or the header is damaged, cut off or
   *     nonsense
   */
  public static Optional<Preview> read(ImageFormat format, MemorySegment bytes) {
    return read(format, bytes, 1);
  }

  /**
   * Looks at a page of a source.
   *
   * @param page from 1; pages of anything but TIFF have one size
   * @return empty also if there is no such page
   */
  public static Optional<Preview> read(ImageFormat format, MemorySegment bytes, int page) {
    return read(format, bytes, page, viewOf(format, bytes));
  }

  /** What is too much in a header that is not understood; empty = nothing, it is damaged. */
  public static Optional<Excess> excess(ImageFormat format, MemorySegment bytes) {
    View view = viewOf(format, bytes);
    boolean understood = read(format, bytes, 1, view).isPresent();
    return !understood && view.isTired() ? Optional.of(Excess.ofParts()) : Optional.empty();
  }

  private static View viewOf(ImageFormat format, MemorySegment bytes) {
    return switch (format) {
      case GIF, WEBP -> View.littleEndian(bytes);
      case JPEG, PNG, AVIF -> View.bigEndian(bytes).briefly();
      case TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> View.bigEndian(bytes);
    };
  }

  private static Optional<Preview> read(
      ImageFormat format, MemorySegment bytes, int page, View view) {
    try {
      return switch (format) {
        case JPEG -> JpegHeader.read(view);
        case PNG -> PngHeader.read(view);
        case GIF -> GifHeader.read(view);
        case WEBP -> WebpHeader.read(view);
        case AVIF -> AvifHeader.read(view);
        case TIFF -> TiffHeader.read(bytes, page);
        case SVG -> SvgHeader.read(bytes);
        case HEIC, JXL, PSD, BMP, ICO -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException cutOff) {
      return Optional.empty();
    }
  }

  /** Whether these can be the sides of a picture. */
  static boolean plausible(long width, long height) {
    return width >= 1 && height >= 1 && width <= LARGEST_SIDE && height <= LARGEST_SIDE;
  }
}
