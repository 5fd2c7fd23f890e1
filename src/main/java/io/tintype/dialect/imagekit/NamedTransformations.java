package io.tintype.dialect.imagekit;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.Findings;
import io.tintype.dialect.HintReading;
import io.tintype.dialect.Param;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The transformations that {@code n-name} stands for, themselves free of names. */
final class NamedTransformations {
  /** Deepest name in a name; deeper is a mistake, and Java's stack is finite. */
  private static final int MAX_NESTING = 10;

  /** Name of the parameter. */
  static final String KEY = "n";

  private static final String PREFIX = "tr:";
  static final String OTHER_LANGUAGE = "cloudinary:";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private final Map<String, Stored> byName = new HashMap<>();

  NamedTransformations(Map<String, String> texts) {
    texts.keySet().forEach(name -> byName.put(name, store(name, texts)));
  }

  /**
   * Puts the stored chains in the place of their names.
   *
   * @throws FaultException if a name is not configured, or stands for nothing that can be
   */
  List<Component> expand(List<Component> chain) {
    return new Splicer(this::lookUp).splice(chain);
  }

  /** What is wrong with one of the transformations, in one sentence. */
  Optional<String> problemOf(String name, ImageKitSettings settings) {
    return NAME.matcher(name).matches()
        ? switch (byName.get(name)) {
          case null -> Optional.of("No transformation has this name.");
          case Stored.Broken(var why) -> Optional.of(why.message());
          case Stored.Chain(var components) -> problemOf(components, settings);
        }
        : Optional.of("A name may have letters, digits and underscores only.");
  }

  private static Optional<String> problemOf(List<Component> components, ImageKitSettings settings) {
    if (components.isEmpty()) {
      return Optional.of("The transformation is empty.");
    }
    Findings findings = new Findings();
    Context context = new Context(findings, new HintReading(ClientHints.NONE), settings);
    try {
      ReadChain.of(components, context, true);
    } catch (FaultException tooDeep) {
      return Optional.of(tooDeep.fault().message());
    }
    return findings.refusals().stream()
        .filter(fault -> !isOnlyNotOurs(fault))
        .findFirst()
        .map(Fault::message);
  }

  /** What ImageKit has and we do not is no mistake; requests report it. */
  private static boolean isOnlyNotOurs(Fault fault) {
    return fault instanceof Fault.UnknownParameter(_, var reason)
        && !reason.equals(Reasons.UNKNOWN)
        && !reason.equals(Param.NO_LONGER);
  }

  private List<Component> lookUp(Item item) {
    return switch (byName.get(item.value())) {
      case null -> throw new FaultException(new Fault.UnknownTransformation(item.value()));
      case Stored.Broken(var why) -> throw new FaultException(why);
      case Stored.Chain(var components) -> components;
    };
  }

  private static Stored store(String name, Map<String, String> texts) {
    try {
      return new Stored.Chain(new Expansion(texts).expand(name));
    } catch (FaultException broken) {
      return new Stored.Broken(broken.fault());
    }
  }

  /** A configured transformation. */
  private sealed interface Stored {
    record Chain(List<Component> components) implements Stored {}

    record Broken(Fault why) implements Stored {}
  }

  /** Follows the names in one stored chain. */
  private static final class Expansion {
    private final Map<String, String> texts;
    private final Deque<String> open = new ArrayDeque<>();
    private final Splicer splicer = new Splicer(item -> expand(item.value()));

    Expansion(Map<String, String> texts) {
      this.texts = texts;
    }

    List<Component> expand(String name) {
      String text = texts.get(name);
      if (text == null) {
        throw new FaultException(new Fault.UnknownTransformation(name));
      }
      if (text.startsWith(OTHER_LANGUAGE)) {
        throw refused(name, "a chain in ImageKit's language");
      }
      if (text.chars().anyMatch(Character::isISOControl)) {
        throw refused(name, "a chain on one line, without control characters");
      }
      if (open.contains(name)) {
        throw refused(name, "a transformation that does not contain itself");
      }
      if (open.size() == MAX_NESTING) {
        throw refused(name, "at most " + MAX_NESTING + " names in one another");
      }
      open.push(name);
      String chain = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
      List<Component> expanded = splicer.splice(new ChainSplitter().split(chain));
      open.pop();
      return expanded;
    }

    private static FaultException refused(String name, String expected) {
      return new FaultException(new Fault.InvalidArgument(KEY, name, expected));
    }
  }
}
