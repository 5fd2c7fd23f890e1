package io.tintype.dialect;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import java.util.List;

/** Percent-encoded pieces of a URL, read with care. */
public final class RawText {
  private RawText() {}

  /**
   * The text of a raw piece.
   *
   * @throws FaultException if an escape is broken, or the result is no UTF-8 or has control
   *     characters, which no path and no header may have
   */
  public static String decode(String raw) {
    String text =
        PercentEncoding.decode(raw)
            .orElseThrow(
                () -> malformed("The URL is malformed: its percent-encoding cannot be read."));
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw malformed("The URL is malformed: it has control characters.");
    }
    return text;
  }

  public static FaultException malformed(String sentence) {
    return new FaultException(new Fault.MalformedUrl(sentence));
  }

  /** Segments that would leave the origin's folder, or hide that they do. */
  public static void refuseDots(String decodedPath) {
    if (hasDots(decodedPath)) {
      throw malformed("The URL is malformed: its path has a segment of dots.");
    }
  }

  /** Whether a path has segments of dots. */
  public static boolean hasDots(String path) {
    return List.of(path.split("/", -1)).stream()
        .anyMatch(segment -> segment.equals(".") || segment.equals(".."));
  }
}
