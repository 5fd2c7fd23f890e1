package io.tintype.dialect.imagekit;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts chains in the place of names. */
final class Splicer {
  /** Far more than any chain that a render limit lets pass. */
  private static final int MAX_ITEMS = 2_000;

  private final Function<Item, List<Component>> stored;
  private int spliced;

  Splicer(Function<Item, List<Component>> stored) {
    this.stored = stored;
  }

  List<Component> splice(List<Component> chain) {
    List<Component> whole = new ArrayList<>();
    chain.forEach(component -> splice(component, whole));
    return whole;
  }

  /** The neighbours of a name join the first component of what it stands for. */
  private void splice(Component component, List<Component> into) {
    List<Item> first = new ArrayList<>();
    List<Component> rest = new ArrayList<>();
    for (Item item : component.items()) {
      if (!item.key().equals(NamedTransformations.KEY)) {
        first.add(item);
        continue;
      }
      count(1);
      List<Component> chain = at(item.position(), stored.apply(item));
      if (!chain.isEmpty()) {
        first.addAll(chain.getFirst().items());
        rest.addAll(chain.subList(1, chain.size()));
      }
    }
    into.add(new Component(first));
    into.addAll(rest);
  }

  private List<Component> at(int position, List<Component> chain) {
    List<Component> moved = new ArrayList<>();
    for (Component component : chain) {
      count(component.items().size());
      moved.add(new Component(component.items().stream().map(i -> i.at(position)).toList()));
    }
    return moved;
  }

  /** Counts names too: chains without any item could be nested for ever. */
  private void count(int items) {
    spliced += items;
    if (spliced > MAX_ITEMS) {
      throw new FaultException(
          new Fault.LimitExceeded("steps", "The named transformations of this URL grow too long."));
    }
  }
}
