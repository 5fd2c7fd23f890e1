package io.tintype.dialect;

import java.util.Optional;

/**
 * How the answer is handed over, apart from its pixels.
 *
 * @param original the source's own bytes are wanted, whatever else the URL says ({@code orig-true})
 * @param attachment file name to offer for saving, extension included if the URL had one; empty =
 *     shown inline
 */
public record Disposition(boolean original, Optional<String> attachment) {
  public static final Disposition INLINE = new Disposition(false, Optional.empty());
}
