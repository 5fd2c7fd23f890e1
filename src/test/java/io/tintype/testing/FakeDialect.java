package io.tintype.testing;

import io.tintype.dialect.Asked;
import io.tintype.dialect.ChainKind;
import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.ConsultedHints.Hint;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Box;
import io.tintype.model.Branch;
import io.tintype.model.Color;
import io.tintype.model.Condition;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer;
import io.tintype.model.Output;
import io.tintype.model.Position;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Text;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A grammar of query parameters: {@code w-10}, {@code w-auto}, {@code dpr-auto}, {@code f-png},
 * {@code orig}, {@code di-path}, {@code l-path} (a layer), {@code ff-path} (words in a font), …
 */
public final class FakeDialect implements Dialect {
  @Override
  public DeliveryRequest parse(RawRequest request) {
    List<Step> steps = new ArrayList<>();
    List<Ignored> ignored = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    FormatChoice format = FormatChoice.AUTOMATIC;
    Disposition disposition = Disposition.INLINE;
    Optional<SourceRef> instead = Optional.empty();
    OptionalInt page = OptionalInt.empty();
    Set<Hint> consulted = EnumSet.noneOf(Hint.class);
    OptionalDouble contentDpr = OptionalDouble.empty();
    for (String raw : request.rawQuery().split("&", -1)) {
      String value = raw.substring(raw.indexOf('-') + 1);
      switch (raw.split("-", -1)[0]) {
        case "w" -> {
          if (value.equals("auto")) {
            consulted.addAll(Set.of(Hint.WIDTH, Hint.DPR));
            contentDpr = request.hints().dpr();
            request.hints().width().ifPresent(width -> steps.add(width("" + width)));
          } else {
            steps.add(width(value));
          }
        }
        case "dpr" -> {
          consulted.add(Hint.DPR);
          request.hints().dpr().ifPresent(dpr -> steps.add(new Step.Blur(dpr)));
        }
        case "l" -> steps.add(overlay(new Layer.Picture(source(value), OptionalInt.empty())));
        case "ff" -> steps.add(overlay(new Layer.Words(words(source(value)))));
        case "page" -> page = OptionalInt.of(Integer.parseInt(value));
        case "f" -> format = format(value);
        case "iff" -> steps.add(branch(format(value)));
        case "orig" -> disposition = new Disposition(true, Optional.empty());
        case "save" -> disposition = new Disposition(false, Optional.of(value));
        case "di" -> instead = Optional.of(new SourceRef.Named(value, ""));
        case "bad" ->
            throw new FaultException(new Fault.InvalidArgument("bad", value, "something else"));
        case "bug" -> throw new IllegalStateException("a bug in the dialect");
        case "" -> {
          continue;
        }
        default -> ignored.add(new Ignored(raw, "is not supported yet"));
      }
      asked.add(raw);
    }
    return new DeliveryRequest(
        new SourceRef.Named(request.rawPath(), ""),
        new Transformation(page, steps, new Output(format, OptionalInt.empty())),
        disposition,
        instead,
        new Asked(asked, List.of()),
        ignored,
        request.rawQuery(),
        asked.isEmpty() ? ChainKind.NONE : ChainKind.EXPLICIT,
        Optional.empty(),
        new ConsultedHints(consulted, contentDpr));
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.IMAGEKIT;
  }

  private static SourceRef source(String path) {
    return new SourceRef.Named(path, "");
  }

  private static FormatChoice format(String name) {
    return name.equals("blurhash")
        ? new FormatChoice.Placeholder(FormatChoice.Kind.BLURHASH)
        : name.equals("auto")
            ? FormatChoice.AUTOMATIC
            : new FormatChoice.Exactly(ImageFormat.ofExtension(name).orElseThrow());
  }

  private static Step branch(FormatChoice format) {
    Output wish =
        new Output(
            Optional.of(format),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Condition wide =
        new Condition.Comparison(
            new Expression.Property(Expression.Subject.INITIAL, Expression.Measure.WIDTH),
            Condition.Relation.GREATER,
            Expression.of(1));
    return new Step.When(wide, new Branch(List.of(), wish), new Branch(List.of(), Output.DEFAULT));
  }

  private static Step overlay(Layer.Content content) {
    return new Step.Overlay(new Layer(content, List.of(), Position.MIDDLE, Layer.Blend.OVER));
  }

  private static Text words(SourceRef font) {
    return new Text(
        "words",
        new Text.File(font),
        Expression.of(20),
        Color.BLACK,
        Extent.AUTO,
        Text.Alignment.LEFT,
        Text.Padding.NONE,
        Color.BLACK,
        Set.of(),
        Optional.empty(),
        Text.Setting.USUAL);
  }

  private static Step width(String value) {
    Box box = new Box(new Extent.Pixels(Integer.parseInt(value)), new Extent.Auto(), 0, 1);
    return new Step.Resize(Fit.INSIDE, box, new Gravity.Compass(Gravity.Direction.CENTER));
  }
}
