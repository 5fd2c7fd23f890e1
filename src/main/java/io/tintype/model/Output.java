package io.tintype.model;

import java.util.OptionalInt;

/**
 * What the encoded result should be.
 *
 * @param format the wished-for format
 * @param quality 1 to 100 as asked for by the URL; empty = the endpoint's default, which only ever
 *     lowers the quality of a source
 */
public record Output(FormatChoice format, OptionalInt quality) {
  /** Nothing asked for. */
  public static final Output DEFAULT = new Output(FormatChoice.AUTOMATIC, OptionalInt.empty());

  public Output {
    if (quality.isPresent() && (quality.getAsInt() < 1 || quality.getAsInt() > 100)) {
      throw new IllegalArgumentException("quality " + quality.getAsInt());
    }
  }
}
