package io.tintype.dialect;

import io.tintype.fault.Fault;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * One parameter of a URL grammar.
 *
 * @param name the name in the URL
 * @param support how far it is honoured
 * @param reader reads an argument as something to do to the draft
 * @param <D> what the grammar collects the parameters of a component in
 */
public record Param<D>(String name, Support support, ValueReader<Consumer<D>> reader) {
  /** Said of what the vendor has given up. */
  public static final String NO_LONGER = "is no longer part of the language";

  /** How far a parameter is honoured. */
  public enum Support {
    /** Honoured; single values may still be reported. */
    SUPPORTED,
    /** The vendor has it, we do not yet: reported. */
    LATER,
    /** The vendor has it, and it does not belong to what we do: reported. */
    REPORTED,
    /** The vendor had it once: reported. */
    REMOVED
  }

  /** Does what an argument says to a draft; false if that is nothing, which is noted. */
  public boolean apply(Argument argument, D draft, Findings findings) {
    switch (reader.read(argument.value())) {
      case Reading.Value<Consumer<D>>(var effect) -> {
        effect.accept(draft);
        return true;
      }
      case Reading.Partly<Consumer<D>>(var effect, var reason) -> {
        effect.accept(draft);
        findings.unsupported(argument.position(), argument.raw(), reason);
        return true;
      }
      case Reading.Unsupported<Consumer<D>>(var reason) when support == Support.REMOVED ->
          findings.forbidden(argument.position(), argument.raw(), reason);
      case Reading.Unsupported<Consumer<D>>(var reason) ->
          findings.unsupported(argument.position(), argument.raw(), reason);
      case Reading.Moot<Consumer<D>>(var reason) ->
          findings.moot(argument.position(), argument.raw(), reason);
      case Reading.Invalid<Consumer<D>>() ->
          findings.invalid(
              argument.position(),
              argument.raw(),
              new Fault.InvalidArgument(argument.key(), argument.value(), reader.expected()));
    }
    return false;
  }

  /** Begins the declaration of a parameter. */
  public static Named named(String name) {
    return new Named(name);
  }

  /** A parameter that has a name so far. */
  public record Named(String name) {
    /** Says what the parameter takes. */
    public <T> Taking<T> taking(ValueReader<T> reader) {
      return new Taking<>(name, reader);
    }

    /** Says that the parameter is known, and reported until we have it. */
    public <D> Param<D> later() {
      return reported(Support.LATER, ValueReader.NOT_YET);
    }

    /** Says that the parameter is known and not for us; the reason follows the name. */
    public <D> Param<D> reported(String reason) {
      return reported(Support.REPORTED, reason);
    }

    /** Says that the vendor has given the parameter up. */
    public <D> Param<D> removed() {
      return reported(Support.REMOVED, NO_LONGER);
    }

    private <D> Param<D> reported(Support support, String reason) {
      return new Param<>(
          name, support, new ValueReader<>("", _ -> new Reading.Unsupported<>(reason)));
    }
  }

  /** A parameter that has a name and values so far. */
  public record Taking<T>(String name, ValueReader<T> reader) {
    /** Says what a value does. */
    public <D> Param<D> sets(BiConsumer<D, T> effect) {
      return new Param<>(
          name, Support.SUPPORTED, reader.map(value -> draft -> effect.accept(draft, value)));
    }
  }
}
