package io.tintype.svg;

import java.util.Set;
import java.util.regex.Pattern;

/** What an element may refer to. */
final class References {
  private static final Set<String> PICTURES = Set.of("image", "feImage");

  /** Formats that cannot hold anything but pixels. */
  private static final Pattern PIXELS =
      Pattern.compile("data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]*+");

  private References() {}

  /** Whether it is a part of the document, or pixels that are in it. */
  static boolean isHarmless(String element, String reference) {
    String bare = reference.strip();
    return bare.startsWith("#") || (PICTURES.contains(element) && PIXELS.matcher(bare).matches());
  }
}
