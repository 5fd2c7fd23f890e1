package io.tintype.vips;

import io.tintype.vips.jna.LibVips;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * An image of one scope: immutable, and not computed before somebody needs its pixels. Every method
 * that returns an image throws {@link VipsException} if libvips refuses.
 */
public final class VipsImage {
  private static final double OPAQUE = 255;

  private final VipsScope scope;
  private final long address;

  VipsImage(VipsScope scope, long address) {
    this.scope = scope;
    this.address = address;
  }

  long address() {
    return address;
  }

  /** Where the image lives. */
  public VipsScope scope() {
    return scope;
  }

  public int width() {
    return LibVips.vips_image_get_width(address);
  }

  /** Height of all frames together. */
  public int height() {
    return LibVips.vips_image_get_height(address);
  }

  public int bands() {
    return LibVips.vips_image_get_bands(address);
  }

  /** Size of all pixels in memory. */
  public long bytes() {
    long sample = LibVips.vips_format_sizeof(LibVips.vips_image_get_format(address));
    return (long) width() * height() * bands() * sample;
  }

  public boolean hasAlpha() {
    return LibVips.vips_image_hasalpha(address) != 0;
  }

  /** How many pixels were cut off on the left, directly after a cut. */
  public int cutLeft() {
    return -LibVips.vips_image_get_xoffset(address);
  }

  /** How many pixels were cut off at the top, directly after a cut. */
  public int cutTop() {
    return -LibVips.vips_image_get_yoffset(address);
  }

  public ColorSpace colorSpace() {
    return ColorSpace.ofNumber(LibVips.vips_image_get_interpretation(address));
  }

  /** Whether every sample is a byte. */
  public boolean isEightBit() {
    return LibVips.vips_image_get_format(address) == 0;
  }

  /** EXIF orientation, 1 to 8. */
  public int orientation() {
    return LibVips.vips_image_get_orientation(address);
  }

  /** Resolution in pixels per millimetre; 1 if the file does not say. */
  public double resolution() {
    return LibVips.vips_image_get_xres(address);
  }

  /** What the header holds by name. */
  public HeaderFields fields() {
    return new HeaderFields(scope, address);
  }

  /**
   * Resamples with lanczos3.
   *
   * @param toWidth exact width of the result
   * @param toHeight exact height of the result
   */
  public VipsImage resize(int toWidth, int toHeight) {
    return operation("resize")
        .number("scale", (double) toWidth / width())
        .number("vscale", (double) toHeight / height())
        .choice("kernel", "lanczos3")
        .toImage();
  }

  /** Cuts out a region that lies inside. */
  public VipsImage extract(int left, int top, int toWidth, int toHeight) {
    return scope
        .operation("extract_area")
        .image("input", this)
        .integer("left", left)
        .integer("top", top)
        .integer("width", toWidth)
        .integer("height", toHeight)
        .toImage();
  }

  /**
   * Puts the image on a canvas.
   *
   * @param background one number per band
   */
  public VipsImage embed(int left, int top, int toWidth, int toHeight, double... background) {
    return operation("embed")
        .integer("x", left)
        .integer("y", top)
        .integer("width", toWidth)
        .integer("height", toHeight)
        .choice("extend", "background")
        .numbers("background", background)
        .toImage();
  }

  /** Puts a colour behind, and drops the alpha channel. */
  public VipsImage flatten(double... background) {
    return operation("flatten").numbers("background", background).toImage();
  }

  /** Adds an alpha channel that lets nothing through. */
  public VipsImage addAlpha() {
    return operation("bandjoin_const").numbers("c", OPAQUE).toImage();
  }

  /**
   * Multiplies colours with alpha, as every resampling wants them; 8 bits again, fractions cut off
   * as libvips does for thumbnails: rounding is dear, and opaque pixels have no fractions.
   */
  public VipsImage premultiply() {
    return operation("premultiply").toImage().cutToEightBit();
  }

  /** Undoes {@link #premultiply}, rounded. */
  public VipsImage unpremultiply() {
    return operation("unpremultiply").toImage().toEightBit();
  }

  /** The image without its alpha channel. */
  public VipsImage colors() {
    return hasAlpha() ? bands(0, bands() - 1) : this;
  }

  /** The alpha channel of an image that has one. */
  public VipsImage alpha() {
    return bands(bands() - 1, 1);
  }

  /** Some of the bands, counted from 0. */
  public VipsImage bands(int first, int count) {
    return operation("extract_band").integer("band", first).integer("n", count).toImage();
  }

  /** The bands of both images; of one format. */
  public VipsImage join(VipsImage other) {
    return scope.operation("bandjoin").images("in", List.of(this, other)).toImage();
  }

  /** Rounds and clips every sample to a byte, without scaling. */
  public VipsImage toEightBit() {
    if (isEightBit()) {
      return this;
    }
    return operation("round").choice("round", "rint").toImage().cutToEightBit();
  }

  private VipsImage cutToEightBit() {
    return operation("cast").choice("format", "uchar").toImage();
  }

  /** The same samples in bytes, as a picture that is grey with up to two bands, sRGB with more. */
  public VipsImage toPicture() {
    ColorSpace space = bands() > 2 ? ColorSpace.RGB : ColorSpace.GREY;
    return toEightBit().operation("copy").choice("interpretation", space.nickname()).toImage();
  }

  /** Converts by formula, without a profile; the 8-bit spaces get 8 bits. */
  public VipsImage toColorSpace(ColorSpace space) {
    return colorSpace() == space
        ? this
        : operation("colourspace").choice("space", space.nickname()).toImage();
  }

  /** Converts to 8-bit sRGB by the profile embedded in the image. */
  public VipsImage toSrgbByProfile() {
    return toSrgb().flag("embedded", true).toImage();
  }

  /** Converts to 8-bit sRGB by the built-in profile for CMYK. */
  public VipsImage toSrgbFromCmyk() {
    return toSrgb().choice("input_profile", "cmyk").toImage();
  }

  private Operation toSrgb() {
    return operation("icc_transform")
        .choice("output_profile", "srgb")
        .choice("intent", "perceptual")
        .integer("depth", Byte.SIZE);
  }

  /** Stacks images of equal size, the first on top. */
  public static VipsImage stack(List<VipsImage> images) {
    return images
        .getFirst()
        .scope
        .operation("arrayjoin")
        .images("in", images)
        .integer("across", 1)
        .toImage();
  }

  /**
   * Cuts an image into pieces of equal height, and puts them side by side, the topmost leftmost.
   */
  public VipsImage sideBySide(int pieces) {
    return operation("grid")
        .integer("tile_height", height() / pieces)
        .integer("across", pieces)
        .integer("down", 1)
        .toImage();
  }

  /** Computes every pixel now, into memory; the result can be read in any order. */
  public VipsImage inMemory() {
    long copy = LibVips.vips_image_copy_memory(address);
    if (copy == 0) {
      throw new VipsException("copy_memory", Vips.takeErrorText());
    }
    return scope.adopt(copy);
  }

  /** The same picture as an image of its own, which shares the pixels. */
  public VipsImage view() {
    return operation("copy").toImage();
  }

  /** A copy of every pixel of an 8-bit image: row by row, a byte for each band. */
  public byte[] toPixels() {
    VipsImage computed = inMemory();
    return copy(
        LibVips.vips_image_get_data(computed.address),
        (long) computed.width() * computed.height() * computed.bands());
  }

  /**
   * Computes some rows of an 8-bit image now, and hands them out: a byte for each band. The memory
   * is the scope's.
   */
  public MemorySegment rows(int top, int count) {
    VipsImage computed = extract(0, top, width(), count).inMemory();
    return MemorySegment.ofAddress(LibVips.vips_image_get_data(computed.address))
        .reinterpret((long) width() * count * bands());
  }

  /** Computes every pixel now, and keeps none. */
  public void checkPixels() {
    operation("avg").toNumber();
  }

  /** A copy whose header may be edited, which shares the pixels. */
  public HeaderEdit editHeader() {
    return new HeaderEdit(scope, view());
  }

  /** Prepares a saver; of what it shall not keep, an older libvips may keep EXIF. */
  public Operation saver(String nickname, Kept kept) {
    Operation saver = operation(nickname);
    return scope.vips().saversKeep()
        ? saver.choice("keep", kept.nickname())
        : saver.flag("strip", kept == Kept.NOTHING);
  }

  /** Prepares an operation on this image, by its nickname. */
  public Operation operation(String nickname) {
    return scope.operation(nickname).image("in", this);
  }

  private static byte[] copy(long from, long size) {
    return MemorySegment.ofAddress(from).reinterpret(size).toArray(ValueLayout.JAVA_BYTE);
  }
}
