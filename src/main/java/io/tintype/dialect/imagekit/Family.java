package io.tintype.dialect.imagekit;

import io.tintype.dialect.Argument;
import io.tintype.dialect.Findings;
import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import java.util.Optional;

/** Parameters that belong together, and what those of one URL have said so far. */
final class Family<D> {
  private final ParamTable<D> table;
  private final D draft;
  private final Findings findings;
  private final Usage usage;

  Family(ParamTable<D> table, D draft, Findings findings) {
    this.table = table;
    this.draft = draft;
    this.findings = findings;
    this.usage = new Usage(findings);
  }

  /** What has been said. */
  D draft() {
    return draft;
  }

  /** What has said it. */
  Usage usage() {
    return usage;
  }

  /** Reads an item, or notes why it is not honoured; false if it belongs to others. */
  boolean takes(Item item) {
    Optional<Param<D>> param = table.find(item.key());
    param.ifPresent(known -> read(known, item));
    return param.isPresent();
  }

  private void read(Param<D> param, Item item) {
    Argument argument = new Argument(item.position(), item.raw(), item.writtenKey(), item.value());
    if (param.apply(argument, draft, findings)) {
      usage.note(item);
    }
  }
}
