package io.tintype.dialect.cloudinary;

import io.tintype.dialect.HintReading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts numbers in the place of {@code w_auto} and {@code dpr_auto}: what the client says of its
 * screen, or what the URL says for clients that say nothing (Cloudinary, "Responsive images using
 * client hints").
 */
final class Responsive {
  private static final String WIDTH = "w";
  private static final String DENSITY = "dpr";
  private static final String AUTO = "auto";

  /**
   * {@code auto:<step>:<fallback>}; breakpoints, which follow from what files weigh, are those of
   * the usual step.
   */
  private static final Pattern AUTO_WIDTH =
      Pattern.compile(
          "auto(?:(?::(?<step>[1-9][0-9]{0,4}))|:breakpoints(?:_[0-9]+){0,4})?"
              + "(?::(?<fallback>[1-9][0-9]{0,4}|iw))?");

  private final HintReading hints;

  Responsive(HintReading hints) {
    this.hints = hints;
  }

  /** The same components with numbers. */
  List<Component> resolved(List<Component> components) {
    return components.stream().map(this::resolved).toList();
  }

  private Component resolved(Component component) {
    boolean dense = component.last(DENSITY).filter(p -> p.value().equals(AUTO)).isPresent();
    List<Parameter> parameters =
        widths(component, dense).stream()
            .map(
                p ->
                    p.key().equals(DENSITY) && p.value().equals(AUTO)
                        ? p.with(plain(hints.density()))
                        : p)
            .toList();
    return new Component(component.raw(), parameters);
  }

  private List<Parameter> widths(Component component, boolean dense) {
    List<Parameter> parameters = component.parameters();
    Optional<Parameter> automatic =
        parameters.stream().filter(Responsive::isAutomatic).reduce((_, later) -> later);
    if (automatic.isEmpty()) {
      return parameters;
    }
    Matcher words = AUTO_WIDTH.matcher(automatic.get().value());
    String step = words.matches() ? words.group("step") : null;
    OptionalInt hinted = hints.width(step == null ? HintReading.STEP : Integer.parseInt(step));
    if (hinted.isPresent()) {
      String width = hinted.getAsInt() + (dense ? "_div_" + plain(hints.density()) : "");
      return replaced(parameters, automatic.get(), p -> p.key().equals(WIDTH), Optional.of(width));
    }
    boolean another = parameters.stream().anyMatch(p -> p.key().equals(WIDTH) && !isAutomatic(p));
    Optional<String> fallback =
        another ? Optional.empty() : Optional.ofNullable(words.group("fallback"));
    return replaced(parameters, automatic.get(), Responsive::isAutomatic, fallback);
  }

  /** All but some parameters, with one of these as something else. */
  private static List<Parameter> replaced(
      List<Parameter> parameters,
      Parameter one,
      Predicate<Parameter> dropped,
      Optional<String> value) {
    return parameters.stream()
        .<Parameter>mapMulti(
            (p, next) -> {
              if (!dropped.test(p)) {
                next.accept(p);
              } else if (p.equals(one)) {
                value.map(one::with).ifPresent(next);
              }
            })
        .toList();
  }

  private static boolean isAutomatic(Parameter parameter) {
    return parameter.key().equals(WIDTH) && AUTO_WIDTH.matcher(parameter.value()).matches();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
