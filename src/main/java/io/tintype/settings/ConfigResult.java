package io.tintype.settings;

import io.tintype.config.ConfigProblem;
import java.util.List;

/** What came of reading a configuration: it is fine as a whole, or refused as a whole. */
public sealed interface ConfigResult {
  /** Nothing is wrong. */
  record Fine(GatewayConfig config) implements ConfigResult {}

  /** Everything that is wrong, in the order of the file; never empty. */
  record Wrong(List<ConfigProblem> problems) implements ConfigResult {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
