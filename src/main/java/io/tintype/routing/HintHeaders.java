package io.tintype.routing;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.ConsultedHints.Hint;
import io.tintype.dialect.DeliveryRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What clients say of their screen and connection, and what they are told of its use
 * (WICG/responsive-image-client-hints, RFC 8674, and the names that browsers used before).
 */
public final class HintHeaders {
  private static final List<CharSequence> DPR = names("Sec-CH-DPR", "DPR");
  private static final List<CharSequence> WIDTH = names("Sec-CH-Width", "Width");
  private static final List<CharSequence> VIEWPORT =
      names("Sec-CH-Viewport-Width", "Viewport-Width");
  private static final CharSequence SAVE_DATA = HttpHeaders.createOptimized("Save-Data");

  /** Sent to a client that could have said more. */
  private static final String WELCOME = "Sec-CH-DPR, Sec-CH-Width, DPR, Width";

  private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,12})?");
  private static final Pattern INTEGER = Pattern.compile("[0-9]{1,5}");
  private static final double LEAST_DPR = 0.1;
  private static final double MOST_DPR = 10;
  private static final int WIDEST = 65_535;

  private HintHeaders() {}

  private static List<CharSequence> names(String... names) {
    return Stream.of(names).map(HttpHeaders::createOptimized).toList();
  }

  /**
   * Reads what a client says; the newer name of a header counts more, and nonsense not at all.
   *
   * @param headers gives the value of a request header by its name in any case; empty = absent
   * @param dataSaver whether the endpoint lets clients wish for fewer bytes
   */
  public static ClientHints heard(Function<CharSequence, String> headers, boolean dataSaver) {
    OptionalDouble dpr = dpr(headers);
    OptionalInt width = pixels(WIDTH, headers);
    OptionalInt viewport = pixels(VIEWPORT, headers);
    boolean saveData = dataSaver && headers.apply(SAVE_DATA).strip().equalsIgnoreCase("on");
    return dpr.isEmpty() && width.isEmpty() && viewport.isEmpty() && !saveData
        ? ClientHints.NONE
        : new ClientHints(dpr, width, viewport, saveData);
  }

  /**
   * The names for {@code Vary}: request headers that the picture follows from.
   *
   * @param negotiated whether the format depends on what the client accepts
   */
  static String vary(Endpoint endpoint, DeliveryRequest request, boolean negotiated) {
    Set<Hint> consulted = request.consulted().hints();
    List<CharSequence> names = new ArrayList<>();
    if (negotiated) {
      names.add("Accept");
    }
    if (consulted.contains(Hint.DPR)) {
      names.addAll(DPR);
    }
    if (consulted.contains(Hint.WIDTH)) {
      names.addAll(WIDTH);
    }
    if (consulted.contains(Hint.VIEWPORT)) {
      names.addAll(VIEWPORT);
    }
    if (endpoint.config().output().dataSaver()) {
      names.add(SAVE_DATA);
    }
    return String.join(", ", names);
  }

  /** Tells the client how the picture follows from its hints. */
  static void describe(HttpServerResponse response, Delivery delivery) {
    String vary = delivery.order().vary();
    if (!vary.isEmpty()) {
      response.putHeader(VARY, vary);
    }
    OptionalDouble contentDpr = delivery.request().consulted().contentDpr();
    if (contentDpr.isPresent()) {
      response.putHeader(
          "Content-DPR",
          BigDecimal.valueOf(contentDpr.getAsDouble())
              .setScale(2, RoundingMode.HALF_UP)
              .toPlainString());
    }
  }

  /** Asks the client for more, if the URL follows from it. */
  static void welcome(HttpServerResponse response, Delivery delivery) {
    Set<Hint> consulted = delivery.request().consulted().hints();
    if (consulted.contains(Hint.DPR) || consulted.contains(Hint.WIDTH)) {
      response.putHeader(
          "Accept-CH",
          consulted.contains(Hint.VIEWPORT)
              ? WELCOME + ", " + String.join(", ", VIEWPORT)
              : WELCOME);
    }
  }

  private static OptionalDouble dpr(Function<CharSequence, String> headers) {
    for (CharSequence name : DPR) {
      String text = headers.apply(name).strip();
      if (!text.isEmpty() && DECIMAL.matcher(text).matches()) {
        double value = Double.parseDouble(text);
        if (value >= LEAST_DPR && value <= MOST_DPR) {
          return OptionalDouble.of(value);
        }
      }
    }
    return OptionalDouble.empty();
  }

  private static OptionalInt pixels(List<CharSequence> names, Function<CharSequence, String> headers) {
    for (CharSequence name : names) {
      String text = headers.apply(name).strip();
      if (!text.isEmpty() && INTEGER.matcher(text).matches()) {
        int value = Integer.parseInt(text);
        if (value >= 1 && value <= WIDEST) {
          return OptionalInt.of(value);
        }
      }
    }
    return OptionalInt.empty();
  }
}
