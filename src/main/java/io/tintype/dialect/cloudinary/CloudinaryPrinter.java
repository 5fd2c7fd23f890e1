package io.tintype.dialect.cloudinary;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Meaning;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Rendition;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.FaultException;
import io.tintype.model.FormatChoice;
import io.tintype.model.Output;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Writes transformations as chains in Cloudinary's language. A chain is read back before it is
 * given out, and only given out if it means the same.
 */
public final class CloudinaryPrinter {
  private static final String TYPES = "image/upload/";

  /** Asks for nothing; without any component the original would be meant. */
  private static final String NOTHING = "c_scale";

  private static final String AS_STORED = "a_ignore";

  /** What a chain means that says nothing of the result. */
  private static final Output UNSAID = new OutputDraft().output(new FormatChoice.OfSource());

  private final StepWriter writer;
  private final CloudinaryDialect reader;

  /**
   * For one endpoint.
   *
   * @param typed whether paths of stores begin with asset and delivery type
   */
  public CloudinaryPrinter(boolean typed) {
    this.writer = new StepWriter(typed);
    this.reader =
        new CloudinaryDialect(
            new CloudinarySettings(new Clouds.None(), typed, Map.of(), false, false, Set.of()));
  }

  /** The chain, without slashes around it; for public ids without extension, which ask for one. */
  public Rendition print(Transformation transformation) {
    Transformation meant = Meaning.of(transformation);
    List<String> components = new ArrayList<>();
    if (meant.asStored()) {
      components.add(AS_STORED);
    }
    List<Step> steps = meant.steps();
    for (int i = 0; i < steps.size(); i++) {
      boolean both = i + 1 < steps.size() && StepWriter.flattens(steps.get(i), steps.get(i + 1));
      List<Step> unit = steps.subList(i, i + (both ? 2 : 1));
      Optional<List<String>> written = writer.write(steps.get(i)).filter(some -> says(some, unit));
      if (written.isEmpty()) {
        return new Rendition.Wordless(canonical(unit));
      }
      components.addAll(written.get());
      i += both ? 1 : 0;
    }
    OptionalInt page = meant.page();
    Optional<String> output = OutputWriter.write(meant.output(), page);
    output.filter(words -> !words.isEmpty()).ifPresent(components::add);
    String chain = components.isEmpty() ? NOTHING : String.join("/", components);
    return output.isPresent() && isReadAs(chain, meant)
        ? new Rendition.Chain(chain)
        : new Rendition.Wordless(canonical(new Transformation(page, List.of(), meant.output())));
  }

  /** Whether these components alone are these steps. */
  private boolean says(List<String> components, List<Step> unit) {
    return isReadAs(String.join("/", components), new Transformation(unit, UNSAID));
  }

  private boolean isReadAs(String chain, Transformation meant) {
    try {
      DeliveryRequest read = reader.parse(new RawRequest(TYPES + chain + "/a", ""));
      return read.ignored().isEmpty() && Meaning.same(read.transformation(), meant);
    } catch (FaultException unreadable) {
      return false;
    }
  }

  private static String canonical(List<Step> steps) {
    String text = canonical(new Transformation(steps, Output.DEFAULT));
    return text.substring(0, text.lastIndexOf(" -> "));
  }

  private static String canonical(Transformation transformation) {
    String text = transformation.canonical();
    return text.substring(text.indexOf(' ') + 1);
  }
}
