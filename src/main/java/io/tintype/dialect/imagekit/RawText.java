package io.tintype.dialect.imagekit;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;

/** Percent-encoded pieces of a URL, read with care. */
final class RawText {
  private RawText() {}

  /**
   * The text of a raw piece.
   *
   * @throws FaultException if an escape is broken, or the result is no UTF-8 or has control
   *     characters, which no path and no header may have
   */
  static String decode(String raw) {
    String text =
        PercentEncoding.decode(raw)
            .orElseThrow(
                () -> malformed("The URL is malformed: its percent-encoding cannot be read."));
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw malformed("The URL is malformed: it has control characters.");
    }
    return text;
  }

  static FaultException malformed(String sentence) {
    return new FaultException(new Fault.MalformedUrl(sentence));
  }
}
