package io.tintype.dialect.imagekit;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads URLs with settings that suit the case table, and tells in one line what was read. */
final class ImageKitCases {
  static final Map<String, String> TRANSFORMATIONS =
      Map.of(
          "media_card", "w-300,h-200",
          "prefixed", "tr:w-300,h-200,bl-10",
          "turned", "w-400,h-300:rt-90",
          "card_turned", "n-media_card,fo-left:rt-90",
          "loop_a", "w-10:n-loop_b",
          "loop_b", "n-loop_a",
          "dangling", "n-nowhere",
          "late_quality", "h-50:q-40,f-png");

  private static final ImageKitDialect LENIENT =
      new ImageKitDialect(new ImageKitSettings(TRANSFORMATIONS, false));
  private static final ImageKitDialect STRICT =
      new ImageKitDialect(new ImageKitSettings(TRANSFORMATIONS, true));
  private static final String USUAL_SOURCE = "img.jpg";

  private ImageKitCases() {}

  /** What a URL below the endpoint is read as; {@code strict } in front of it makes it strict. */
  static String read(String url) {
    boolean strict = url.startsWith("strict ");
    try {
      return tell((strict ? STRICT : LENIENT).parse(request(url.replaceFirst("^strict ", ""))));
    } catch (FaultException refused) {
      return refused.fault().getClass().getSimpleName() + ": " + refused.fault().message();
    }
  }

  static RawRequest request(String url) {
    int question = url.indexOf('?');
    return question < 0
        ? new RawRequest(url, "")
        : new RawRequest(url.substring(0, question), url.substring(question + 1));
  }

  private static String tell(DeliveryRequest read) {
    List<String> facts = new ArrayList<>();
    facts.add(
        read.disposition().original()
            ? "original"
            : read.transformation().canonical().substring(3));
    if (!read.source().text().equals(USUAL_SOURCE)) {
      facts.add("of " + read.source().getClass().getSimpleName() + " " + read.source().text());
    }
    read.defaultImage().ifPresent(image -> facts.add("default " + image.text()));
    read.disposition().attachment().ifPresent(name -> facts.add("save as " + name));
    if (!read.cacheQuery().isEmpty()) {
      facts.add("key " + read.cacheQuery());
    }
    if (read.signature().isPresent()) {
      facts.add("signed");
    }
    if (!read.ignored().isEmpty()) {
      facts.add(
          read.ignored().stream()
              .map(ignored -> ignored.raw() + " is " + ignored.reason())
              .collect(Collectors.joining(" / ", "ignored: ", "")));
    }
    return String.join(" ; ", facts);
  }
}
