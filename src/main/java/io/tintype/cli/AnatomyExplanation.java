package io.tintype.cli;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.cloudinary.Anatomy;
import io.tintype.dialect.imagekit.ChainPrinter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a URL in Cloudinary's language, and what it is in ImageKit's; field names: {@code
 * docs/cli.md}.
 *
 * @param imageKit chain that means the same, or why there is none
 */
record AnatomyExplanation(Anatomy anatomy, Equivalent imageKit) {
  /** Parts hang below the first row. */
  private static final String BRANCH = "  ";

  /** A chain in ImageKit's language. */
  sealed interface Equivalent {
    /** It means the same. */
    record Chain(String text) implements Equivalent {}

    /** Nothing is changed. */
    record Original() implements Equivalent {}

    /** The language has no words for all of it. */
    record None() implements Equivalent {}
  }

  static Optional<AnatomyExplanation> of(Optional<Anatomy> anatomy, DeliveryRequest request) {
    return anatomy.map(parts -> new AnatomyExplanation(parts, equivalent(request)));
  }

  private static Equivalent equivalent(DeliveryRequest request) {
    return request.disposition().original()
        ? new Equivalent.Original()
        : ChainPrinter.print(request.transformation())
            .<Equivalent>map(Equivalent.Chain::new)
            .orElseGet(Equivalent.None::new);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    rows().forEach((name, value) -> text.append(Explanation.row(name, value)));
    List<List<String>> components = anatomy.components();
    for (int i = 0; i < components.size(); i++) {
      text.append(
          Explanation.row(
              i == 0 ? "components" : "", (i + 1) + ". " + String.join(BRANCH, components.get(i))));
    }
    text.append(Explanation.row("imagekit", sentence()));
    return text.toString();
  }

  JsonObject json() {
    JsonArray components = new JsonArray();
    anatomy.components().forEach(component -> components.add(new JsonArray(component)));
    return new JsonObject()
        .put("imageKit", imageKit instanceof Equivalent.Chain(var chain) ? chain : null)
        .put("cloud", anatomy.cloud().orElse(null))
        .put("assetType", anatomy.asset().word())
        .put("deliveryType", anatomy.delivery().word())
        .put("signature", anatomy.signature().orElse(null))
        .put("components", components)
        .put("version", anatomy.version().isPresent() ? anatomy.version().getAsLong() : null)
        .put("publicId", anatomy.publicId())
        .put("extension", orNull(anatomy.extension()))
        .put("suffix", orNull(anatomy.suffix()));
  }

  private Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("asset", anatomy.asset().word() + "/" + anatomy.delivery().word());
    anatomy.cloud().ifPresent(cloud -> rows.put("cloud", cloud));
    anatomy.signature().ifPresent(signature -> rows.put("in path", "s--" + signature + "--"));
    anatomy.version().ifPresent(version -> rows.put("version", Long.toString(version)));
    rows.put("public id", anatomy.publicId());
    if (!anatomy.extension().isEmpty()) {
      rows.put("extension", anatomy.extension());
    }
    if (!anatomy.suffix().isEmpty()) {
      rows.put("suffix", anatomy.suffix());
    }
    return rows;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private String sentence() {
    return switch (imageKit) {
      case Equivalent.Chain(var chain) -> chain;
      case Equivalent.Original _ -> "no chain: the original is asked for";
      case Equivalent.None _ -> "has no words for all of this";
    };
  }
}
