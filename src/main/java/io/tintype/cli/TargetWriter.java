package io.tintype.cli;

import io.tintype.dialect.ChainKind;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.model.Transformation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes what a URL asks for as URLs in one language. */
interface TargetWriter {
  /** A name, in either language. */
  Pattern NAMED = Pattern.compile("(?:n-|t_)[A-Za-z0-9_-]+");

  /** What it can be written as. */
  Written targets();

  /**
   * With the stored transformation that is all a URL asks for; empty if it asks for none, or more.
   */
  Optional<Written.Targets> named();

  /** The name of a stored transformation, where that is all that is asked for. */
  static Optional<String> nameOf(DeliveryRequest asked) {
    List<String> parts = asked.asked().parts();
    return asked.chainKind() == ChainKind.NAMED && parts.size() == 1
        ? Optional.of(parts.getFirst())
            .filter(NAMED.asMatchPredicate())
            .map(part -> part.substring(2))
        : Optional.empty();
  }

  /** How far that goes. */
  sealed interface Written {
    /**
     * In these ways, of which the first that names the same source is the best.
     *
     * @param targets below the endpoint
     * @param meant what they should be read as
     * @param differences of that from what was asked for
     */
    record Targets(List<RawRequest> targets, Transformation meant, List<String> differences)
        implements Written {
      public Targets {
        targets = List.copyOf(targets);
        differences = List.copyOf(differences);
      }
    }

    /**
     * Not at all.
     *
     * @param reason a clause
     */
    record Wordless(String reason) implements Written {}
  }
}
