package io.tintype.dialect.imagekit;

import io.tintype.dialect.Findings;
import java.util.HashMap;
import java.util.Map;

/** Which items have set something, so that those without any effect can be told. */
final class Usage {
  private final Findings findings;
  private final Map<String, Item> byKey = new HashMap<>();

  Usage(Findings findings) {
    this.findings = findings;
  }

  /** Notes an item that was understood; it takes the place of an earlier one of the same name. */
  void note(Item item) {
    Item earlier = byKey.put(item.key(), item);
    if (earlier != null) {
      findings.moot(
          earlier.position(), earlier.raw(), "is overridden by a later " + item.writtenKey());
    }
  }

  boolean has(String key) {
    return byKey.containsKey(key);
  }

  /** Reports those of the parameters that were given. */
  void moot(String reason, String... keys) {
    for (String key : keys) {
      Item item = byKey.get(key);
      if (item != null) {
        findings.moot(item.position(), item.raw(), reason);
      }
    }
  }

  /** Reports a parameter, if it was given, as one that we do not have as it was meant. */
  void unsupported(String reason, String key) {
    Item item = byKey.get(key);
    if (item != null) {
      findings.unsupported(item.position(), item.raw(), reason);
    }
  }
}
