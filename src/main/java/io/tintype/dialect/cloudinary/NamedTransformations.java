package io.tintype.dialect.cloudinary;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.ForeignChains;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Transformations that the configuration knows by name, put in the place of {@code t_<name>}. One
 * component is merged with the parameters beside the name, which win; several run before them.
 */
final class NamedTransformations {
  static final String PREFIX = "cloudinary:";

  private static final Set<String> KEYS = Set.of("t", "bl");
  private static final int MOST_NESTED = 10;
  private static final int MOST_COMPONENTS = 1000;

  private final Map<String, String> chains;
  private final ForeignChains foreign;

  /**
   * For one configuration.
   *
   * @param transformations all there are; those in Cloudinary's language begin with {@value
   *     #PREFIX}
   * @param foreign those in other languages
   */
  NamedTransformations(Map<String, String> transformations, ForeignChains foreign) {
    this.foreign = foreign;
    this.chains =
        transformations.entrySet().stream()
            .filter(named -> named.getValue().startsWith(PREFIX))
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, named -> named.getValue().substring(PREFIX.length())));
  }

  /** What is wrong with a stored transformation, in one sentence; empty = nothing. */
  Optional<String> problemOf(String name) {
    Parameter use = new Parameter(0, "t_" + name, "t", name);
    try {
      return expand(List.of(new Component(use.raw(), List.of(use)))).isEmpty()
          ? Optional.of("The transformation is empty.")
          : Optional.empty();
    } catch (FaultException broken) {
      return Optional.of(broken.fault().message());
    }
  }

  /** Whether a parameter is a name. */
  static boolean isName(Parameter parameter) {
    return KEYS.contains(parameter.key());
  }

  /** The parameters that name something which is not stored. */
  List<Parameter> unknown(List<Component> components) {
    return components.stream()
        .flatMap(component -> component.parameters().stream())
        .filter(NamedTransformations::isName)
        .filter(name -> !List.of(name.value().split("\\.", -1)).stream().allMatch(this::knows))
        .toList();
  }

  private boolean knows(String name) {
    return chains.containsKey(name) || foreign.find(name).isPresent();
  }

  /** What a name stands for that is left, since it is one of another language. */
  Optional<DeliveryRequest> foreign(Component component) {
    return component.parameters().stream()
        .filter(NamedTransformations::isName)
        .findFirst()
        .flatMap(name -> foreign.find(name.value()));
  }

  /**
   * The components with all names replaced, but those of another language, which stand alone.
   *
   * @throws FaultException if a name is not known, or a transformation contains itself
   */
  List<Component> expand(List<Component> components) {
    List<Component> expanded = new ArrayList<>();
    components.forEach(component -> expand(component, 0, expanded));
    return expanded;
  }

  private void expand(Component component, int depth, List<Component> into) {
    List<Parameter> names =
        component.parameters().stream().filter(NamedTransformations::isName).toList();
    if (names.isEmpty()) {
      into.add(component);
      return;
    }
    List<Parameter> beside = component.parameters().stream().filter(p -> !isName(p)).toList();
    List<Component> stored = new ArrayList<>();
    for (Parameter name : names) {
      for (String one : name.value().split("\\.", -1)) {
        add(name, one, depth, stored);
        if (into.size() + stored.size() > MOST_COMPONENTS) {
          throw refused(names.getFirst(), "fewer components");
        }
      }
    }
    if (stored.size() == 1 && stored.getFirst().parameters().stream().noneMatch(p -> isName(p))) {
      into.add(merged(component.raw(), stored.getFirst(), beside));
      return;
    }
    into.addAll(stored);
    if (!beside.isEmpty()) {
      into.add(new Component(component.raw(), beside));
    }
  }

  private void add(Parameter name, String one, int depth, List<Component> into) {
    if (!chains.containsKey(one) && foreign.find(one).isPresent()) {
      into.add(new Component(name.raw(), List.of(name.with(one))));
      return;
    }
    stored(name, one, depth).forEach(part -> expand(part, depth + 1, into));
  }

  private List<Component> stored(Parameter name, String one, int depth) {
    String chain = chains.get(one);
    if (chain == null) {
      throw new FaultException(new Fault.UnknownTransformation(one));
    }
    if (depth == MOST_NESTED) {
      throw refused(name, "a transformation that does not contain itself");
    }
    List<Component> components = new ArrayList<>();
    for (String segment : chain.split("/", -1)) {
      if (!segment.isBlank()) {
        Optional<Component> component = Component.of(name.position(), segment.strip());
        components.add(
            component.orElseThrow(() -> refused(name, "a chain in Cloudinary's language")));
      }
    }
    return components.stream().map(part -> at(name, part)).toList();
  }

  /** Findings of what is stored are told where the name stands. */
  private static Component at(Parameter name, Component stored) {
    return new Component(
        stored.raw(),
        stored.parameters().stream()
            .map(p -> new Parameter(name.position(), p.raw(), p.key(), p.value()))
            .toList());
  }

  private static Component merged(String raw, Component stored, List<Parameter> beside) {
    Set<String> said = new HashSet<>();
    beside.forEach(parameter -> said.add(parameter.key()));
    said.remove(Flags.KEY);
    List<Parameter> all =
        new ArrayList<>(stored.parameters().stream().filter(p -> !said.contains(p.key())).toList());
    all.addAll(beside);
    return new Component(raw, all);
  }

  private static FaultException refused(Parameter name, String expected) {
    return new FaultException(new Fault.InvalidArgument(name.key(), name.value(), expected));
  }
}
