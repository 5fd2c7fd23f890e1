package io.tintype.plan;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses the format of a result: what the URL says, else what the endpoint's policy makes of the
 * formats that the client takes and the content suits, else the plainest that holds the content.
 *
 * <p>Transparency is that of the result, so a JPEG that was put on a clear canvas is not one any
 * more. Nothing animated becomes AVIF, nor what must keep metadata, pixels, or a sharpness that
 * AVIF would smooth away (ImageKit, "Automatic image format conversion").
 */
final class FormatNegotiator {
  private final SourceHeader header;
  private final Content content;
  private final Accepts accepts;
  private final OutputRules rules;
  private final Encoders encoders;

  FormatNegotiator(
      SourceHeader header, Content content, Accepts accepts, OutputRules rules, Encoders encoders) {
    this.header = header;
    this.content = content;
    this.accepts = accepts;
    this.rules = rules;
    this.encoders = encoders;
  }

  /**
   * What is to be encoded.
   *
   * @param lossless whether every pixel should be kept
   * @param ruledOutAvif whether it has what our AVIFs do not keep
   */
  record Content(
      Size size, boolean alpha, boolean animated, boolean lossless, boolean ruledOutAvif) {}

  /**
   * Formats of which the smallest result is delivered.
   *
   * @param provisional whether AVIF is missing for want of time
   * @param unmet the wishes that could not be met
   */
  record Choice(List<ImageFormat> formats, boolean provisional, List<String> unmet) {
    static Choice of(ImageFormat format) {
      return new Choice(List.of(format), false, List.of());
    }

    Choice without(String wish) {
      return new Choice(formats, provisional, List.of(wish));
    }
  }

  /** Whether all frames of a source are wanted, as far as that follows from the wish alone. */
  static boolean keepsAnimation(SourceHeader header, FormatChoice wish) {
    boolean animation = header.frames() > 1 && header.format().animates();
    return switch (wish) {
      case FormatChoice.Automatic _, FormatChoice.OfSource _ -> animation;
      case FormatChoice.Exactly(var format) -> animation && format.animates();
      case FormatChoice.Special(var form) -> animation && keepsFrames(form);
      case FormatChoice.JpegIfOpaque(var otherwise) -> keepsAnimation(header, otherwise);
      case FormatChoice.Placeholder _ -> false;
    };
  }

  private static boolean keepsFrames(FormatChoice.Form form) {
    return switch (form) {
      case MOVING_PNG, GIF_OF_ANYTHING -> true;
      case BILEVEL_TIFF, PALETTE_PNG -> false;
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
      case FormatChoice.Automatic() -> automatic();
      case FormatChoice.OfSource() -> ofSource();
      case FormatChoice.Exactly(var format) -> exactly(format);
      case FormatChoice.Special(var form) -> always(form.format());
      case FormatChoice.JpegIfOpaque(var otherwise) -> jpegIfOpaque(choose(otherwise));
      case FormatChoice.Placeholder _ -> throw new IllegalArgumentException("no picture");
    };
  }

  private Choice ofSource() {
    if (!header.format().delivered()) {
      return Choice.of(plainest());
    }
    return fits(header.format()) ? Choice.of(header.format()) : unmet("f-orig", header.format());
  }

  private Choice jpegIfOpaque(Choice choice) {
    boolean opaquePng =
        choice.formats().equals(List.of(ImageFormat.PNG))
            && suits(ImageFormat.JPEG)
            && fits(ImageFormat.JPEG);
    return opaquePng
        ? new Choice(List.of(ImageFormat.JPEG), choice.provisional(), choice.unmet())
        : choice;
  }

  private Choice exactly(ImageFormat format) {
    if (format == ImageFormat.AVIF && content.ruledOutAvif) {
      return automatic().without(wish(format));
    }
    boolean gifOfOther = format == ImageFormat.GIF && header.format() != ImageFormat.GIF;
    return gifOfOther ? unmet(wish(format), format) : always(format);
  }

  private Choice always(ImageFormat format) {
    return fits(format) ? Choice.of(format) : unmet(wish(format), format);
  }

  private static String wish(ImageFormat format) {
    return "f-" + format.extension();
  }

  private Choice unmet(String wish, ImageFormat format) {
    if (rules.strict()) {
      throw new FaultException(
          new Fault.UnsupportedOutput(
              "A result of %dx%d pixels cannot be delivered as %s from this source."
                  .formatted(content.size.width(), content.size.height(), format.mediaType())));
    }
    boolean webpInstead = format == ImageFormat.AVIF && fits(ImageFormat.WEBP);
    return (webpInstead ? Choice.of(ImageFormat.WEBP) : automatic()).without(wish);
  }

  private Choice automatic() {
    boolean smallest =
        rules.policy() == OutputRules.Policy.SMALLEST
            && !rules.formats().isEmpty()
            && !content.animated;
    return smallest ? smallest() : preferred();
  }

  private Choice preferred() {
    boolean late = false;
    for (ImageFormat format : rules.formats()) {
      if (offers(format) && isInTime(format)) {
        return chosen(List.of(format), late);
      }
      late |= offers(format);
    }
    if ((late || avifIsTooLarge()) && offers(ImageFormat.WEBP)) {
      return chosen(List.of(ImageFormat.WEBP), late);
    }
    boolean staysModern = isModern(header.format()) && offers(header.format());
    boolean stays = staysModern && isInTime(header.format());
    return chosen(List.of(stays ? header.format() : plainest()), late);
  }

  /** Everything suitable, the source's own format first: it wins among equally small results. */
  private Choice smallest() {
    Set<ImageFormat> candidates = new LinkedHashSet<>();
    boolean late = false;
    for (ImageFormat format : modern()) {
      if (offers(format) && isInTime(format)) {
        candidates.add(format);
      }
      late |= offers(format) && !isInTime(format);
    }
    if ((late || avifIsTooLarge()) && offers(ImageFormat.WEBP)) {
      candidates.add(ImageFormat.WEBP);
    }
    ImageFormat plainest = plainest();
    if (!content.lossless || plainest != ImageFormat.JPEG || candidates.isEmpty()) {
      candidates.add(plainest);
    }
    if (!content.alpha && !content.lossless && fits(ImageFormat.JPEG)) {
      candidates.add(ImageFormat.JPEG);
    }
    List<ImageFormat> sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparing(format -> format != header.format()));
    return chosen(sorted, late);
  }

  private List<ImageFormat> modern() {
    List<ImageFormat> modern = new ArrayList<>(rules.formats());
    if (isModern(header.format()) && !modern.contains(header.format())) {
      modern.add(header.format());
    }
    return modern;
  }

  private Choice chosen(List<ImageFormat> formats, boolean late) {
    return new Choice(formats, late && rules.avif().upgrade(), List.of());
  }

  private boolean offers(ImageFormat format) {
    return accepts.includes(format) && suits(format) && fits(format);
  }

  private boolean isInTime(ImageFormat format) {
    return format != ImageFormat.AVIF
        || rules.avif().affords(expected());
  }

  private Duration expected() {
    long pixels = content.size.pixels();
    return encoders.pace().avif(pixels, rules.encoders().avifEffort(pixels));
  }

  private boolean avifIsTooLarge() {
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
      case AVIF -> suitsAvif();
      case JPEG -> !content.animated && !content.alpha;
      case PNG -> !content.animated && (content.alpha || header.format() != ImageFormat.JPEG);
      case GIF -> content.animated;
      case TIFF, SVG, HEIC, JXL, PSD, BMP, ICO -> false;
    };
  }

  private boolean suitsAvif() {
    return !content.animated
        && !content.ruledOutAvif
        && !content.lossless
        && header.format() != ImageFormat.HEIC;
  }

  private boolean fits(ImageFormat format) {
    return encoders.writable().contains(format)
        && EncoderReach.of(format, rules.avif().maxPixels()).holds(content.size);
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
