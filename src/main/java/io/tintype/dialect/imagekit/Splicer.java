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
    List<Part> first = new ArrayList<>();
    List<Component> rest = new ArrayList<>();
    for (Part part : component.parts()) {
      switch (part) {
        case Item item when item.key().equals(NamedTransformations.KEY) -> {
          count(1);
          List<Component> chain = at(item.position(), stored.apply(item));
          if (!chain.isEmpty()) {
            first.addAll(chain.getFirst().parts());
            rest.addAll(chain.subList(1, chain.size()));
          }
        }
        case Item item -> first.add(item);
        case Block block ->
            first.add(
                block.with(block.position(), splice(block.body()), splice(block.otherwise())));
      }
    }
    into.add(new Component(first));
    into.addAll(rest);
  }

  private List<Component> at(int position, List<Component> chain) {
    chain.forEach(this::count);
    return chain.stream().map(component -> component.at(position)).toList();
  }

  private void count(Component component) {
    for (Part part : component.parts()) {
      count(1);
      if (part instanceof Block block) {
        block.body().forEach(this::count);
        block.otherwise().forEach(this::count);
      }
    }
  }

  /** Counts names too: chains without any item could be nested for ever. */
  private void count(int items) {
    spliced += items;
    if (spliced > MAX_ITEMS) {
      throw new FaultException(
          new Fault.LimitExceeded(
              "steps",
              "The named transformations of this URL grow to more than %d parts."
                  .formatted(MAX_ITEMS)));
    }
  }
}
