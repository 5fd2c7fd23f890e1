package io.tintype.dialect.imagekit;

import io.tintype.dialect.Findings;
import io.tintype.dialect.Param;
import io.tintype.dialect.ParamTable;
import io.tintype.dialect.Reading;
import io.tintype.fault.Fault;
import java.util.Optional;
import java.util.function.Consumer;

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
    switch (param.reader().read(item.value())) {
      case Reading.Value<Consumer<D>>(var effect) -> {
        effect.accept(draft);
        usage.note(item);
      }
      case Reading.Unsupported<Consumer<D>>(var reason)
          when param.support() == Param.Support.REMOVED ->
          findings.forbidden(item.position(), item.raw(), reason);
      case Reading.Unsupported<Consumer<D>>(var reason) ->
          findings.unsupported(item.position(), item.raw(), reason);
      case Reading.Moot<Consumer<D>>(var reason) ->
          findings.moot(item.position(), item.raw(), reason);
      case Reading.Invalid<Consumer<D>>() ->
          findings.invalid(
              item.position(),
              item.raw(),
              new Fault.InvalidArgument(
                  item.writtenKey(), item.value(), param.reader().expected()));
    }
  }
}
