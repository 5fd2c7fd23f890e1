package io.tintype.routing;

import io.tintype.bus.FetchRequest.Known;
import io.tintype.bus.FetchRequest.Mode;
import io.tintype.cache.StoredSource;
import java.util.Optional;

/**
 * What origins are asked about a source that is wanted whole: equal questions are asked once.
 *
 * @param source what the caches know it by
 * @param mode how it is read
 * @param known a state whose bytes need not come again
 */
record Question(String source, Mode mode, Known known) {
  /**
   * What to ask for somebody.
   *
   * @param kept the source as we still have it
   * @param known what they have of their own
   */
  static Question of(String source, Mode mode, Optional<StoredSource> kept, Known known) {
    return new Question(
        source, mode, kept.map(Question::known).filter(Question::tells).orElse(known));
  }

  /** The state that is kept. */
  static Known known(StoredSource kept) {
    return new Known(kept.origin(), kept.info().validators());
  }

  static boolean tells(Known known) {
    return !known.validators().isEmpty();
  }
}
