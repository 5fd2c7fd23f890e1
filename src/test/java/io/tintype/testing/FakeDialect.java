package io.tintype.testing;

import io.tintype.dialect.ConsultedHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Disposition;
import io.tintype.dialect.FaultStyle;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Box;
import io.tintype.model.Extent;
import io.tintype.model.Fit;
import io.tintype.model.FormatChoice;
import io.tintype.model.Gravity;
import io.tintype.model.ImageFormat;
import io.tintype.model.Output;
import io.tintype.model.SourceRef;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A grammar of query parameters: {@code w-10}, {@code f-png}, {@code orig}, {@code di-path}, … */
public final class FakeDialect implements Dialect {
  @Override
  public DeliveryRequest parse(RawRequest request) {
    List<Step> steps = new ArrayList<>();
    List<Ignored> ignored = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    FormatChoice format = FormatChoice.AUTOMATIC;
    Disposition disposition = Disposition.INLINE;
    Optional<SourceRef> instead = Optional.empty();
    for (String raw : request.rawQuery().split("&", -1)) {
      String value = raw.substring(raw.indexOf('-') + 1);
      switch (raw.split("-", -1)[0]) {
        case "w" -> steps.add(width(value));
        case "f" -> format = new FormatChoice.Exactly(ImageFormat.ofExtension(value).orElseThrow());
        case "orig" -> disposition = new Disposition(true, Optional.empty());
        case "save" -> disposition = new Disposition(false, Optional.of(value));
        case "di" -> instead = Optional.of(new SourceRef.Named(value, ""));
        case "bad" ->
            throw new FaultException(new Fault.InvalidArgument("bad", value, "something else"));
        case "bug" -> throw new IllegalStateException("a bug in the dialect");
        case "" -> {
          continue;
        }
        default -> ignored.add(new Ignored(raw, "not supported yet"));
      }
      asked.add(raw);
    }
    return new DeliveryRequest(
        new SourceRef.Named(request.rawPath(), ""),
        new Transformation(steps, new Output(format, OptionalInt.empty())),
        disposition,
        instead,
        asked,
        ignored,
        request.rawQuery(),
        false,
        ConsultedHints.NONE);
  }

  @Override
  public FaultStyle faultStyle() {
    return FaultStyle.IMAGEKIT;
  }

  private static Step width(String value) {
    Box box = new Box(new Extent.Pixels(Integer.parseInt(value)), new Extent.Auto(), 0, 1);
    return new Step.Resize(Fit.INSIDE, box, new Gravity.Compass(Gravity.Direction.CENTER));
  }
}
