package io.tintype.sniff;

import java.lang.foreign.MemorySegment;
import java.util.Optional;

/**
 * Looks through a source for work that its size does not tell: decoders do it in one go and cannot
 * be stopped meanwhile. Takes longer than {@link Preflight}, some milliseconds at worst, and is for
 * render threads.
 */
public final class Scrutiny {
  /** Of an interlaced PNG, decoded: some two seconds. */
  private static final long MOST_INTERLACED = 256L << 20;

  private Scrutiny() {}

  /**
   * Looks.
   *
   * @param preview what the header says
   * @param bytes all of the source, in native or heap memory; nothing is copied or kept
   * @param mostPixels the largest source that is decoded
   * @return the first thing that is too much; empty = nothing, or the file is damaged, which its
   *     decoder notices
   */
  public static Optional<Excess> of(Preview preview, MemorySegment bytes, long mostPixels) {
    View view = View.bigEndian(bytes);
    try {
      return switch (preview.format()) {
        case JPEG ->
            preview.interlaced() ? new JpegScans(view, mostPixels).excess() : Optional.empty();
        case PNG -> interlaced(preview).or(() -> PngExtras.excess(view));
        case TIFF -> TiffDirectories.of(bytes).excess();
        case GIF, WEBP, AVIF, SVG, HEIC, JXL, PSD, BMP, ICO -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException end) {
      return view.isTired() ? Optional.of(Excess.ofParts()) : Optional.empty();
    }
  }

  private static Optional<Excess> interlaced(Preview preview) {
    long decoded = preview.pixels() * preview.bytesPerPixel();
    return preview.interlaced() && decoded > MOST_INTERLACED
        ? Optional.of(
            new Excess(
                "interlaced",
                "The source is an interlaced PNG of %d bytes decoded, more than the %d allowed."
                    .formatted(decoded, MOST_INTERLACED)))
        : Optional.empty();
  }
}
