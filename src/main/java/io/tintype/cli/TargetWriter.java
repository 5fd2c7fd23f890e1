package io.tintype.cli;

import io.tintype.dialect.RawRequest;
import java.util.List;

/** Writes what a URL asks for as URLs in one language. */
interface TargetWriter {
  /** What it can be written as. */
  Written targets();

  /** How far that goes. */
  sealed interface Written {
    /**
     * In these ways, of which the first that names the same source is the best.
     *
     * @param targets below the endpoint
     * @param differences from what was asked for, in all of them
     */
    record Targets(List<RawRequest> targets, List<String> differences) implements Written {
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
