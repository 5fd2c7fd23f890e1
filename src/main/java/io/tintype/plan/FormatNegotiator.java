package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import java.util.List;
import java.util.Set;

/**
 * Chooses the format of a result: what the URL says, else the first of the endpoint's formats that
 * the client takes and the content suits, else the plainest that holds the content.
 *
 * <p>Transparency is that of the result, so a JPEG that was put on a clear canvas is not one any
 * more. Nothing animated becomes AVIF.
 */
final class FormatNegotiator {
  private final SourceHeader header;
  private final Content content;
  private final Accepts accepts;
  private final OutputRules rules;
  private final Set<ImageFormat> writable;

  FormatNegotiator(
      SourceHeader header,
      Content content,
      Accepts accepts,
      OutputRules rules,
      Set<ImageFormat> writable) {
    this.header = header;
    this.content = content;
    this.accepts = accepts;
    this.rules = rules;
    this.writable = writable;
  }

  /** What is to be encoded. */
  record Content(Size size, boolean alpha, boolean animated) {}

  /** A format, and the wishes that could not be met by it. */
  record Choice(ImageFormat format, List<String> unmet) {}

  /** Whether all frames of a source are wanted, as far as that follows from the wish alone. */
  static boolean keepsAnimation(SourceHeader header, FormatChoice wish) {
    boolean animation = header.frames() > 1 && header.format().animates();
    return switch (wish) {
      case FormatChoice.Automatic _, FormatChoice.OfSource _ -> animation;
      case FormatChoice.Exactly(var format) -> animation && format.animates();
      case FormatChoice.Placeholder _ -> false;
    };
  }

  /**
   * Chooses.
   *
   * @throws FaultException {@link Fault.UnsupportedOutput} if the content fits into no format, or
   *     not into the one wished for and the endpoint is strict
   */
  Choice choose(FormatChoice wish) {
    return switch (wish) {
      case FormatChoice.Automatic() -> new Choice(automatic(), List.of());
      case FormatChoice.OfSource() -> ofSource();
      case FormatChoice.Exactly(var format) -> exactly(format);
      case FormatChoice.Placeholder _ -> throw new UnsupportedOperationException();
    };
  }

  private Choice ofSource() {
    if (!header.format().encodable()) {
      return new Choice(plainest(), List.of());
    }
    return fits(header.format())
        ? new Choice(header.format(), List.of())
        : unmet("f-orig", header.format());
  }

  private Choice exactly(ImageFormat format) {
    boolean gifOfOther = format == ImageFormat.GIF && header.format() != ImageFormat.GIF;
    return fits(format) && !gifOfOther
        ? new Choice(format, List.of())
        : unmet("f-" + format.extension(), format);
  }

  private Choice unmet(String wish, ImageFormat format) {
    if (rules.strict()) {
      throw new FaultException(
          new Fault.UnsupportedOutput(
              "A result of %dx%d pixels cannot be delivered as %s from this source."
                  .formatted(content.size.width(), content.size.height(), format.mediaType())));
    }
    boolean webpInstead = format == ImageFormat.AVIF && fits(ImageFormat.WEBP);
    return new Choice(webpInstead ? ImageFormat.WEBP : automatic(), List.of(wish));
  }

  private ImageFormat automatic() {
    for (ImageFormat format : rules.formats()) {
      if (offers(format)) {
        return format;
      }
    }
    if (avifIsTooCostly() && offers(ImageFormat.WEBP)) {
      return ImageFormat.WEBP;
    }
    return isModern(header.format()) && offers(header.format()) ? header.format() : plainest();
  }

  private boolean offers(ImageFormat format) {
    return accepts.includes(format) && suits(format) && fits(format);
  }

  private boolean avifIsTooCostly() {
    return rules.formats().contains(ImageFormat.AVIF)
        && accepts.avif()
        && suits(ImageFormat.AVIF)
        && !fits(ImageFormat.AVIF);
  }

  private static boolean isModern(ImageFormat format) {
    return format == ImageFormat.WEBP || format == ImageFormat.AVIF;
  }

  private boolean suits(ImageFormat format) {
    return switch (format) {
      case WEBP -> true;
      case AVIF -> !content.animated;
      case JPEG -> !content.animated && !content.alpha;
      case PNG -> !content.animated && (content.alpha || header.format() != ImageFormat.JPEG);
      case GIF -> content.animated;
      case TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> false;
    };
  }

  private boolean fits(ImageFormat format) {
    return writable.contains(format)
        && EncoderReach.of(format, rules.avifMaxPixels()).holds(content.size);
  }

  /** What every client takes. */
  private ImageFormat plainest() {
    if (content.animated) {
      return fits(ImageFormat.GIF) ? ImageFormat.GIF : refuseAnimation();
    }
    return content.alpha || isLosslessKind() || !fits(ImageFormat.JPEG)
        ? ImageFormat.PNG
        : ImageFormat.JPEG;
  }

  private boolean isLosslessKind() {
    return header.format() == ImageFormat.PNG || header.format() == ImageFormat.GIF;
  }

  private ImageFormat refuseAnimation() {
    throw new FaultException(
        new Fault.UnsupportedOutput(
            "An animation of %dx%d pixels fits into no format."
                .formatted(content.size.width(), content.size.height())));
  }
}
