package io.tintype.dialect.imagekit;

import io.tintype.dialect.Asked.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Lists the parameters of a chain, with those inside of its blocks, in URL order. */
final class Inventory {
  private final List<Parameter> parameters = new ArrayList<>();

  private Inventory() {}

  /** Lists those of a chain without named transformations. */
  static List<Parameter> of(List<Component> chain) {
    Inventory inventory = new Inventory();
    inventory.add(chain);
    return inventory.parameters;
  }

  private void add(List<Component> chain) {
    for (Component component : chain) {
      component.parts().forEach(this::add);
    }
  }

  private void add(Part part) {
    switch (part) {
      case Item item ->
          parameters.add(
              new Parameter(LegacyOverlays.nameOf(item.key()), item.value(), item.raw()));
      case Block block -> {
        parameters.add(new Parameter(block.kind().key(), block.head(), block.raw()));
        add(block.body());
        add(block.otherwise());
      }
    }
  }
}
