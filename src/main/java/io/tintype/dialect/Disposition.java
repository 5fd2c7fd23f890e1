package io.tintype.dialect;

import java.util.Optional;

/**
 * How the answer is handed over, apart from its pixels.
 *
 * @param original the source's own bytes are wanted, whatever else the URL says ({@code orig-true})
 * @param attachment file name to offer for saving, extension included if the URL had one; empty =
 *     shown inline
 * @param immutable whether the answer to this URL never changes, as far as its author knows
 * @param described whether to answer what the picture is like, in place of the picture
 * @param sanitised whether an SVG is delivered without anything that could do harm
 */
public record Disposition(
    boolean original,
    Optional<String> attachment,
    boolean immutable,
    boolean described,
    boolean sanitised) {
  public static final Disposition INLINE = new Disposition(false, Optional.empty());

  /** Of an answer that may change. */
  public Disposition(boolean original, Optional<String> attachment) {
    this(original, attachment, false, false, false);
  }
}
