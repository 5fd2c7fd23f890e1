package io.tintype.dialect;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a browser says of the place a picture is for.
 *
 * @param dpr device pixels of a CSS pixel ({@code Sec-CH-DPR}); empty = not said
 * @param width device pixels the picture will be wide ({@code Sec-CH-Width}); empty = not said
 * @param viewport CSS pixels the page is wide ({@code Sec-CH-Viewport-Width}); empty = not said
 * @param saveData whether less data is asked for, and the endpoint listens
 */
public record ClientHints(
    OptionalDouble dpr, OptionalInt width, OptionalInt viewport, boolean saveData) {
  public static final ClientHints NONE =
      new ClientHints(OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty(), false);

  /** The same for an endpoint that does not listen to wishes for less data. */
  public ClientHints withoutSaveData() {
    return saveData ? new ClientHints(dpr, width, viewport, false) : this;
  }
}
