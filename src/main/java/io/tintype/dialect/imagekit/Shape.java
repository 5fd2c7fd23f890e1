package io.tintype.dialect.imagekit;

import io.tintype.model.Fit;
import io.tintype.model.Padding;

/** What {@code c} and {@code cm} choose between. */
sealed interface Shape {
  /** Scale, and for some fits cut. */
  record Scale(Fit fit) implements Shape {}

  /** Fill up to the whole size. */
  record Fill(Padding padding) implements Shape {}

  /** Cut out without scaling. */
  record Region() implements Shape {}
}
