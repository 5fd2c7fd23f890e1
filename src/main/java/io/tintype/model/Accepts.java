package io.tintype.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which of the newer formats a client says it takes. Only an explicit mention counts: a bare {@code
 * *}{@code /*} does not promise WebP or AVIF.
 */
public record Accepts(boolean avif, boolean webp) {
  private static final Pattern REFUSAL =
      Pattern.compile(";[ \\t]*q[ \\t]*=[ \\t]*0(?:\\.0*)?[ \\t]*(?:;|$)");

  public static final Accepts NEITHER = new Accepts(false, false);

  /** Reads an {@code Accept} header (RFC 9110, 12.5.1); a range with {@code q=0} is a refusal. */
  public static Accepts ofHeader(String header) {
    boolean avif = false;
    boolean webp = false;
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String type = range.strip();
      int parameters = type.indexOf(';');
      boolean refused = parameters >= 0 && refuses(type.substring(parameters));
      String name = parameters < 0 ? type : type.substring(0, parameters).strip();
      avif |= !refused && name.equals("image/avif");
      webp |= !refused && name.equals("image/webp");
    }
    return new Accepts(avif, webp);
  }

  private static boolean refuses(String parameters) {
    return REFUSAL.matcher(parameters).find();
  }

  /** Whether the client takes a format: the older ones always. */
  public boolean includes(ImageFormat format) {
    return switch (format) {
      case AVIF -> avif;
      case WEBP -> webp;
      default -> true;
    };
  }
}
