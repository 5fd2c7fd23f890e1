package io.tintype.dialect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a grammar, by name. */
public final class ParamTable<D> {
  private final Map<String, Param<D>> byName = new LinkedHashMap<>();

  /** Gathers families of parameters; a name must not come twice. */
  @SafeVarargs
  public ParamTable(List<Param<D>>... families) {
    for (List<Param<D>> family : families) {
      family.forEach(this::add);
    }
  }

  /** The parameter of that name, if the grammar has it. */
  public Optional<Param<D>> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All parameters, in the order of their declaration. */
  public Collection<Param<D>> all() {
    return List.copyOf(byName.values());
  }

  private void add(Param<D> param) {
    if (byName.put(param.name(), param) != null) {
      throw new IllegalArgumentException("declared twice: " + param.name());
    }
  }
}
