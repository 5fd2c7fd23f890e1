package io.tintype.dialect;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.AllowedSizes;
import io.tintype.model.Box;
import io.tintype.model.Branch;
import io.tintype.model.Expression;
import io.tintype.model.Extent;
import io.tintype.model.Step;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the sides a URL asks for to those that are allowed, before anything is looked up: so URLs
 * that come to the same side share one result. Pixels count, the pixel ratio included. What only
 * the configuration has decided, and what layers are made of, is left alone.
 */
public final class SizeKeeping {
  private static final String WIDTHS = "widths";
  private static final String HEIGHTS = "heights";

  /** Of a list in a sentence. */
  private static final int MOST_TOLD = 20;

  private final AllowedSizes sizes;
  private final List<Wish> changed = new ArrayList<>();

  private SizeKeeping(AllowedSizes sizes) {
    this.sizes = sizes;
  }

  /**
   * The request with allowed sides only; those that were changed are reported.
   *
   * @throws FaultException with {@link Fault.LimitExceeded} where a side is not allowed
   */
  public static DeliveryRequest kept(DeliveryRequest request, AllowedSizes sizes) {
    if (sizes.areAny() || request.chainKind() != ChainKind.EXPLICIT) {
      return request;
    }
    SizeKeeping keeping = new SizeKeeping(sizes);
    Transformation asked = request.transformation();
    Transformation kept =
        new Transformation(
            asked.page(), keeping.kept(asked.steps()), asked.output(), asked.asStored());
    return keeping.changed.isEmpty() ? request : keeping.reported(request, kept);
  }

  private DeliveryRequest reported(DeliveryRequest request, Transformation kept) {
    List<Ignored> ignored = new ArrayList<>(request.ignored());
    for (Wish wish : changed) {
      ignored.add(new Ignored(wish.raw(request.asked()), "became the next allowed size"));
    }
    return new DeliveryRequest(
        request.source(),
        kept,
        request.disposition(),
        request.defaultImage(),
        request.asked(),
        ignored,
        request.cacheQuery(),
        request.chainKind(),
        request.seal(),
        request.consulted());
  }

  private List<Step> kept(List<Step> steps) {
    return steps.stream().map(this::kept).toList();
  }

  private Step kept(Step step) {
    return switch (step) {
      case Step.Resize(var fit, var box, var gravity) -> new Step.Resize(fit, kept(box), gravity);
      case Step.Pad(var padding, var box, var gravity, var backdrop) ->
          new Step.Pad(padding, kept(box), gravity, backdrop);
      case Step.Crop(var box, var gravity) -> new Step.Crop(kept(box), gravity);
      case Step.When(var condition, var then, var otherwise, var moving) ->
          new Step.When(condition, kept(then), kept(otherwise), moving);
      default -> step;
    };
  }

  private Branch kept(Branch branch) {
    return new Branch(kept(branch.steps()), branch.output());
  }

  private Box kept(Box box) {
    boolean free =
        (box.width() instanceof Extent.Auto || sizes.widths().isEmpty())
            && (box.height() instanceof Extent.Auto || sizes.heights().isEmpty());
    if (free) {
      return box;
    }
    double density = density(box);
    double width = pixels(box.width(), density, WIDTHS, sizes.widths());
    double height = pixels(box.height(), density, HEIGHTS, sizes.heights());
    double allowedWidth = allowed(width, WIDTHS, sizes.widths());
    double allowedHeight = allowed(height, HEIGHTS, sizes.heights());
    if (allowedWidth == width && allowedHeight == height) {
      return box;
    }
    note("w", box.width(), width, allowedWidth);
    note("h", box.height(), height, allowedHeight);
    return new Box(
        extent(sizes.widths().isEmpty() ? width * allowedHeight / height : allowedWidth),
        extent(sizes.heights().isEmpty() ? height * allowedWidth / width : allowedHeight),
        box.aspectRatio(),
        Expression.of(1));
  }

  private double density(Box box) {
    if (box.density() instanceof Expression.Constant(var factor)) {
      return factor;
    }
    throw refused(
        sizes.widths().isEmpty() ? HEIGHTS : WIDTHS, "A side with arithmetic for its pixel ratio");
  }

  /** A side in pixels; 0 = it follows from the other one. */
  private static double pixels(Extent extent, double density, String limit, List<Integer> allowed) {
    return switch (extent) {
      case Extent.Auto _ -> 0;
      case Extent.Pixels(var value) -> Math.max(1, Math.round(value * density));
      case Extent.OfSource _, Extent.Computed _ ->
          throw refused(limit, "A side that follows from the picture", allowed);
    };
  }

  private double allowed(double side, String limit, List<Integer> list) {
    if (side == 0 || list.isEmpty() || list.contains((int) side)) {
      return side;
    }
    if (!sizes.snap()) {
      throw refused(limit, "A side of %d pixels".formatted((int) side), list);
    }
    return list.stream().filter(next -> next > side).findFirst().orElse(list.getLast());
  }

  private void note(String name, Extent asked, double pixels, double allowed) {
    if (pixels != allowed && asked instanceof Extent.Pixels(var value)) {
      changed.add(new Wish(name, Integer.toString(value)));
    }
  }

  private static Extent extent(double pixels) {
    return pixels == 0 ? Extent.AUTO : new Extent.Pixels((int) Math.max(1, Math.round(pixels)));
  }

  private FaultException refused(String limit, String what) {
    return refused(limit, what, limit.equals(WIDTHS) ? sizes.widths() : sizes.heights());
  }

  private static FaultException refused(String limit, String what, List<Integer> allowed) {
    String list =
        allowed.stream().limit(MOST_TOLD).map(String::valueOf).collect(Collectors.joining(", "));
    String more = allowed.size() > MOST_TOLD ? ", …" : "";
    return new FaultException(
        new Fault.LimitExceeded(
            limit, "%s is not one of the allowed %s: %s%s.".formatted(what, limit, list, more)));
  }

  /** A side as its plainest spelling. */
  private record Wish(String name, String value) {
    String raw(Asked asked) {
      return asked.parameters().stream()
          .filter(parameter -> parameter.name().equals(name) && parameter.value().equals(value))
          .map(Asked.Parameter::raw)
          .findFirst()
          .orElse(name + "-" + value);
    }
  }
}
