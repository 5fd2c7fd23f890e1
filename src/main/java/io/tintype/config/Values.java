package io.tintype.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The types of values keys have. */
public final class Values {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");

  /** A text that is not empty. */
  public static final ValueType<String> TEXT =
      new ScalarType<>(
          "text",
          "a text",
          anyText(),
          text -> text.isBlank() ? Optional.empty() : Optional.of(text));

  /** A text problems never show. */
  public static final ValueType<Secret> SECRET = new SecretType();

  public static final ValueType<Boolean> FLAG =
      new ScalarType<>(
          "true or false",
          "true or false",
          new JsonObject().put("type", "boolean"),
          text ->
              switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
              });

  /** A number of bytes. */
  public static final ValueType<Long> SIZE =
      new ScalarType<>(
          "size",
          "a size such as 512KiB, 40MiB or 1GiB",
          pattern(ByteSize.PATTERN),
          text -> boxed(ByteSize.parse(text)));

  /** A number of pixels. */
  public static final ValueType<Long> PIXELS =
      new ScalarType<>(
          "pixels",
          "a number of megapixels such as 100MP",
          pattern(PixelCount.PATTERN),
          text -> boxed(PixelCount.parse(text)));

  public static final ValueType<Duration> DURATION =
      new ScalarType<>(
          "duration",
          "a duration such as 500ms, 10s, 5m, 2h or 1d",
          pattern(TimeSpan.PATTERN),
          TimeSpan::parse);

  /** An http or https URL without query, fragment and user; the result ends without a slash. */
  public static final ValueType<URI> BASE_URL =
      new ScalarType<>(
          "URL",
          "an http or https URL without query, such as https://www.example.com/images",
          anyText(),
          Values::baseUrl);

  private Values() {}

  /** A whole number of a range, both ends included. */
  public static ValueType<Integer> integer(int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    return new ScalarType<>(
        least + " to " + most,
        expected,
        new JsonObject().put("type", "integer").put("minimum", least).put("maximum", most),
        text ->
            text.matches("-?[0-9]{1,9}") && within(Integer.parseInt(text), least, most)
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty());
  }

  /** A number of a range, both ends included. */
  public static ValueType<Double> number(double least, double most) {
    String range = plain(least) + " to " + plain(most);
    return new ScalarType<>(
        range,
        "a number from " + range,
        new JsonObject().put("type", "number").put("minimum", least).put("maximum", most),
        text ->
            DECIMAL.matcher(text).matches()
                    && Double.parseDouble(text) >= least
                    && Double.parseDouble(text) <= most
                ? Optional.of(Double.valueOf(text))
                : Optional.empty());
  }

  /** A whole number of a range, both ends included, or one of some words. */
  public static ValueType<String> integerOrOneOf(int least, int most, String... words) {
    String others = String.join(", ", words);
    JsonArray either =
        new JsonArray()
            .add(new JsonObject().put("type", "integer").put("minimum", least).put("maximum", most))
            .add(new JsonObject().put("enum", new JsonArray(List.of(words))));
    return matching(
        least + " to " + most + " or " + others,
        "a whole number from " + least + " to " + most + ", or one of " + others,
        new JsonObject().put("anyOf", either),
        text ->
            Arrays.asList(words).contains(text)
                    || (text.matches("[0-9]{1,9}") && within(Integer.parseInt(text), least, most))
                ? Optional.of(text)
                : Optional.empty());
  }

  /** One of some words. */
  public static ValueType<String> oneOf(String... words) {
    return matching(
        String.join(" or ", words),
        "one of " + String.join(", ", words),
        new JsonObject().put("enum", new JsonArray(List.of(words))),
        text -> Arrays.asList(words).contains(text) ? Optional.of(text) : Optional.empty());
  }

  /** A text of a certain form. */
  public static ValueType<String> text(String title, String expected, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return matching(
        title,
        expected,
        pattern(pattern),
        text -> pattern.matcher(text).matches() ? Optional.of(text) : Optional.empty());
  }

  /** Any number of values. */
  public static <T> ValueType<List<T>> listOf(ValueType<T> item) {
    return new ListType<>(item);
  }

  /** Values under names the user chooses. */
  public static <T> ValueType<Map<String, T>> mapOf(ValueType<T> value) {
    return new MapType<>(value);
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static JsonObject anyText() {
    return new JsonObject().put("type", "string");
  }

  private static ValueType<String> matching(
      String title, String expected, JsonObject schema, Function<String, Optional<String>> parse) {
    return new ScalarType<>(title, expected, schema, parse);
  }

  private static JsonObject pattern(Pattern pattern) {
    return anyText().put("pattern", "^(" + pattern.pattern() + ")$");
  }

  private static boolean within(int value, int least, int most) {
    return value >= least && value <= most;
  }

  private static Optional<Long> boxed(OptionalLong value) {
    return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
  }

  private static Optional<URI> baseUrl(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean fine =
          (scheme.equals("http") || scheme.equals("https"))
              && uri.getHost() != null
              && uri.getPort() <= 0xffff
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;
      return fine ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
