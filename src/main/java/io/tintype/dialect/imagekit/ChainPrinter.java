package io.tintype.dialect.imagekit;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.FaultException;
import io.tintype.model.Box;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Metadata;
import io.tintype.model.Output;
import io.tintype.model.QualityChoice;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    Transformation meant = plain(transformation);
    return chain(meant).map(chain -> START + chain).filter(chain -> isReadAs(meant, chain));
  }

  private static boolean isReadAs(Transformation meant, String chain) {
    try {
      DeliveryRequest read = READER.parse(new RawRequest(chain + "/a", ""));
      return read.ignored().isEmpty() && plain(read.transformation()).equals(meant);
    } catch (FaultException unreadable) {
      return false;
    }
  }

  private static Optional<String> chain(Transformation meant) {
    List<String> components = new ArrayList<>();
    List<Step> steps = meant.steps();
    for (int i = 0; i < steps.size(); i++) {
      Optional<String> component = StepWriter.write(steps.get(i));
      if (component.isEmpty()) {
        return Optional.empty();
      }
      components.add(component.get());
      boolean flattened =
          i + 1 < steps.size() && StepWriter.flattens(steps.get(i), steps.get(i + 1));
      i += flattened ? 1 : 0;
    }
    Optional<List<String>> output = output(meant);
    if (output.isEmpty()) {
      return Optional.empty();
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
    return components.isEmpty() ? Optional.empty() : Optional.of(String.join(":", components));
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
    output.density().flatMap(StepWriter::constant).ifPresent(dpi -> words.add("dn-" + dpi));
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
      case FormatChoice.Exactly(var format) ->
          Optional.of(FORMATS.getOrDefault(format, format.name().toLowerCase(Locale.ROOT)));
      case FormatChoice.Placeholder(var kind) -> Optional.of(kind.name().toLowerCase(Locale.ROOT));
      case FormatChoice.JpegIfOpaque _ -> Optional.empty();
    };
  }

  /** The same with one spelling for what several say. */
  private static Transformation plain(Transformation transformation) {
    Output output = transformation.output();
    Output wished =
        new Output(
            Optional.of(output.format()),
            output.quality().map(ChainPrinter::fixed),
            output.progressive(),
            output.lossless(),
            output.metadata(),
            output.density());
    return new Transformation(
        transformation.page(),
        transformation.steps().stream().map(ChainPrinter::plain).toList(),
        wished);
  }

  private static QualityChoice fixed(QualityChoice quality) {
    return new QualityChoice.Percent(quality.percent());
  }

  /** One side alone scales in proportion; where nothing is cut, gravity says nothing. */
  private static Step plain(Step step) {
    if (!(step instanceof Step.Resize(var fit, var box, var gravity))) {
      return step;
    }
    boolean oneSided = isOneSided(box);
    boolean free = fit == Fit.COVER || fit == Fit.FORCE || fit == Fit.INSIDE_ENLARGE;
    boolean cuts = fit == Fit.COVER || fit == Fit.COVER_NO_ENLARGE;
    return new Step.Resize(
        oneSided && free ? Fit.COVER : fit, box, oneSided || !cuts ? Gravity.CENTER : gravity);
  }

  private static boolean isOneSided(Box box) {
    boolean both = !box.width().equals(Extent.AUTO) && !box.height().equals(Extent.AUTO);
    return !both && box.aspectRatio().equals(Expression.of(0));
  }
}
