package io.tintype.dialect.imagekit;

import io.tintype.dialect.Compromise;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Meaning;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Rendition;
import io.tintype.fault.FaultException;
import io.tintype.model.FormatChoice;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes a transformation as a chain of ImageKit's language. What has been written is read again,
 * and is only handed out if it means the same, but for what ImageKit's language has no word for:
 * the colour that a JPEG has behind what was transparent, and quality that depends on the picture,
 * for which the fixed figure of its level stands.
 */
public final class ChainPrinter {
  private static final Map<ImageFormat, String> FORMATS = Map.of(ImageFormat.JPEG, "jpg");
  private static final String START = "tr:";
  private static final ImageKitDialect READER = new ImageKitDialect(ImageKitSettings.DEFAULT);

  private ChainPrinter() {}

  /** The chain, beginning with {@code tr:}; empty if the language has no words for all of it. */
  public static Optional<String> print(Transformation transformation) {
    Transformation onBlack = Meaning.onBlack(Compromise.atFixedQuality(transformation));
    return written(onBlack) instanceof Rendition.Chain(var chain)
            && isReadAs(chain, read -> Meaning.onBlack(read).equals(onBlack))
        ? Optional.of(START + chain)
        : Optional.empty();
  }

  /** The chain behind {@code tr:} that means the same to the last pixel, or what it lacks. */
  public static Rendition render(Transformation transformation) {
    Transformation meant = Meaning.of(transformation);
    Rendition written = written(meant);
    return written instanceof Rendition.Chain(var chain)
            && !isReadAs(chain, read -> Meaning.same(read, meant))
        ? new Rendition.Wordless(lacking(meant))
        : written;
  }

  private static boolean isReadAs(String chain, Predicate<Transformation> meant) {
    try {
      DeliveryRequest read = READER.parse(new RawRequest(START + chain + "/a", ""));
      return read.ignored().isEmpty() && meant.test(read.transformation());
    } catch (FaultException unreadable) {
      return false;
    }
  }

  /** The first step that is read as something else, or else what is said of the result. */
  private static String lacking(Transformation meant) {
    for (Step step : meant.steps()) {
      Transformation alone = new Transformation(List.of(step), Output.DEFAULT);
      boolean same =
          written(Meaning.of(alone)) instanceof Rendition.Chain(var chain)
              && isReadAs(chain, read -> Meaning.same(read, alone));
      if (!same) {
        return text(step);
      }
    }
    return text(new Transformation(meant.page(), List.of(), meant.output(), meant.asStored()));
  }

  private static Rendition written(Transformation meant) {
    List<String> components = new ArrayList<>();
    List<Step> steps = meant.steps();
    for (int i = 0; i < steps.size(); i++) {
      Optional<String> component = StepWriter.write(steps.get(i));
      if (component.isEmpty()) {
        return new Rendition.Wordless(text(steps.get(i)));
      }
      components.add(component.get());
      boolean flattened =
          i + 1 < steps.size() && StepWriter.flattens(steps.get(i), steps.get(i + 1));
      i += flattened ? 1 : 0;
    }
    Optional<List<String>> output = output(meant);
    if (output.isEmpty()) {
      return new Rendition.Wordless(
          text(new Transformation(meant.page(), List.of(), meant.output())));
    }
    if (!output.get().isEmpty()) {
      int last = components.size() - 1;
      String said = String.join(",", output.get());
      if (last < 0) {
        components.add(said);
      } else {
        components.set(last, components.get(last) + "," + said);
      }
    }
    return components.isEmpty()
        ? new Rendition.Wordless(text(meant))
        : new Rendition.Chain(String.join(":", components));
  }

  private static String text(Step step) {
    String text = text(new Transformation(List.of(step), Output.DEFAULT));
    return text.substring(0, text.lastIndexOf(" -> "));
  }

  /** Canonical text without its version. */
  private static String text(Transformation transformation) {
    String text = transformation.canonical();
    return text.substring(text.indexOf(' ') + 1);
  }

  /** Words about the result; empty if there are none for it. */
  private static Optional<List<String>> output(Transformation meant) {
    Output output = meant.output();
    List<String> words = new ArrayList<>();
    meant.page().ifPresent(page -> words.add("pg-" + page));
    if (output.wish().isPresent()) {
      Optional<String> format = format(output.wish().get());
      if (format.isEmpty()) {
        return Optional.empty();
      }
      words.add("f-" + format.get());
    }
    output.quality().ifPresent(quality -> words.add("q-" + quality.percent()));
    output.progressive().ifPresent(yes -> words.add("pr-" + yes));
    output.lossless().ifPresent(yes -> words.add("lo-" + yes));
    output.metadata().ifPresent(kept -> words.add(metadata(kept)));
    output.density().flatMap(ExpressionWriter::write).ifPresent(dpi -> words.add("dn-" + dpi));
    return Optional.of(words);
  }

  private static String metadata(Metadata kept) {
    return switch (kept) {
      case ALL -> "md-true";
      case PROFILE -> "cp-true";
      case NONE -> "cp-false";
    };
  }

  private static Optional<String> format(FormatChoice wish) {
    return switch (wish) {
      case FormatChoice.Automatic _ -> Optional.of("auto");
      case FormatChoice.OfSource _ -> Optional.of("orig");
      case FormatChoice.Exactly(var format) when !format.delivered() -> Optional.empty();
      case FormatChoice.Exactly(var format) ->
          Optional.of(FORMATS.getOrDefault(format, format.name().toLowerCase(Locale.ROOT)));
      case FormatChoice.Placeholder(var kind) -> Optional.of(kind.name().toLowerCase(Locale.ROOT));
      case FormatChoice.Special _, FormatChoice.JpegIfOpaque _ -> Optional.empty();
    };
  }
}
