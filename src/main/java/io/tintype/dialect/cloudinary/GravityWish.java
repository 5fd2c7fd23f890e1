package io.tintype.dialect.cloudinary;

import io.tintype.model.Gravity;
import io.tintype.model.Gravity.Direction;
import java.util.Set;

/** What {@code g} says, before offsets and zoom are known. */
sealed interface GravityWish {
  /** An anchor, from which offsets go inwards. */
  record Anchor(Direction direction) implements GravityWish {}

  /** {@code x} and {@code y} are the middle. */
  record Point() implements GravityWish {}

  /** What draws attention. */
  record Attention() implements GravityWish {}

  /** Things to look for. */
  record Things(Set<String> names, Gravity otherwise) implements GravityWish {
    public Things {
      names = Set.copyOf(names);
    }
  }

  /** What is stored with the asset. */
  record Stored(Gravity otherwise) implements GravityWish {}
}
