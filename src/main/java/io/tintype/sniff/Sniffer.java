package io.tintype.sniff;

import io.tintype.model.ImageFormat;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the real format of a source by its first bytes (WHATWG MIME Sniffing, and ISO/IEC
 * 23008-12).
 */
public final class Sniffer {
  /** This many first bytes are enough for every format; fewer are fine at the end of a source. */
  public static final int ENOUGH = 1024;

  private static final int MASK = 0xff;
  private static final int BOX_TYPE = 4;
  private static final int BOX_BRAND = 8;
  private static final int BOX_MINOR_VERSION = 12;
  private static final int BRAND_LENGTH = 4;
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");

  private Sniffer() {}

  /** The format that begins like this; empty if it is no image we know. */
  public static Optional<ImageFormat> formatOf(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(ImageFormat.JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(ImageFormat.PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(ImageFormat.GIF);
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", BOX_BRAND)) {
      return Optional.of(ImageFormat.WEBP);
    }
    if (text.startsWith("ftyp", BOX_TYPE)) {
      return ofBrands(text);
    }
    return ofRarer(text);
  }

  /**
   * Whether this is the beginning of an SVG that is packed with gzip. {@link #formatOf} does not
   * count it: no browser shows it without a header that says so.
   */
  public static boolean isPackedSvg(byte[] head) {
    return head.length > 2
        && Packed.is(head[0] & MASK, head[1] & MASK)
        && SvgStart.of(
            new String(
                Packed.beginning(MemorySegment.ofArray(head), ENOUGH),
                StandardCharsets.ISO_8859_1));
  }

  /** Whether pictures of this format are drawn, in any size. */
  public static boolean drawable(ImageFormat format) {
    return format == ImageFormat.SVG;
  }

  /** Whether our libvips decodes the format. */
  public static boolean decodable(ImageFormat format) {
    return switch (format) {
      case JPEG, PNG, WEBP, AVIF, GIF, TIFF -> true;
      case SVG, HEIC, JXL, PSD, BMP, ICO -> false;
    };
  }

  private static Optional<ImageFormat> ofRarer(String text) {
    if (text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("II+\0")) {
      return Optional.of(ImageFormat.TIFF);
    }
    if (text.startsWith("\u00ff\n") || text.startsWith("\0\0\0\fJXL \r\n")) {
      return Optional.of(ImageFormat.JXL);
    }
    if (text.startsWith("8BPS")) {
      return Optional.of(ImageFormat.PSD);
    }
    if (text.startsWith("BM") && text.length() > 14 && text.startsWith("\0\0\0\0", 6)) {
      return Optional.of(ImageFormat.BMP);
    }
    if (text.startsWith("\0\0\1\0")) {
      return Optional.of(ImageFormat.ICO);
    }
    return SvgStart.of(text) ? Optional.of(ImageFormat.SVG) : Optional.empty();
  }

  /** The major brand decides; behind a general one the compatible brands do. */
  private static Optional<ImageFormat> ofBrands(String text) {
    int boxSize = text.charAt(2) << 8 | text.charAt(3);
    int end = Math.min(text.length(), boxSize);
    boolean heic = false;
    for (int at = BOX_BRAND; at + BRAND_LENGTH <= end; at += BRAND_LENGTH) {
      if (at == BOX_MINOR_VERSION) {
        continue;
      }
      String brand = text.substring(at, at + BRAND_LENGTH);
      if (AVIF_BRANDS.contains(brand)) {
        return Optional.of(ImageFormat.AVIF);
      }
      heic |= HEIC_BRANDS.contains(brand);
    }
    return heic ? Optional.of(ImageFormat.HEIC) : Optional.empty();
  }
}
