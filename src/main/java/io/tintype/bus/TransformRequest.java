package io.tintype.bus;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.RequestScope;
import io.tintype.model.Accepts;
import io.tintype.model.FocusArea;
import io.tintype.model.ImageFormat;
import io.tintype.model.Limits;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import io.tintype.plan.OutputRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the transform stage for a picture.
 *
 * @param source the encoded source; the stage takes a reference of its own
 * @param format what the first bytes of the source say it is
 * @param focus what the origin has stored with the source
 * @param ingredients what the transformation names besides its source; the stage takes references
 *     of its own
 * @param transformation what to do with it
 * @param accepts what the client takes
 * @param rules what the endpoint decides about encoding
 * @param limits what it may cost
 */
public record TransformRequest(
    RequestScope scope,
    Deadline deadline,
    String requestId,
    ImageBytes source,
    ImageFormat format,
    Optional<FocusArea> focus,
    Map<SourceRef, Ingredient> ingredients,
    Transformation transformation,
    Accepts accepts,
    OutputRules rules,
    Limits limits)
    implements StageMessage {
  public TransformRequest {
    ingredients = Map.copyOf(ingredients);
  }

  /**
   * The same request on another account, for {@link Pipeline#SPARE}: an AVIF may take as long as it
   * wants.
   */
  public TransformRequest withoutHurry(RequestScope account, Deadline until) {
    return on(account, until, rules.withoutHurry());
  }

  /**
   * The same request on another account, for {@link Pipeline#SPARE}: what comes out as usual is to
   * be made smaller, unless somebody waits for a thread by then.
   */
  public TransformRequest patiently(RequestScope account, Deadline until) {
    return on(account, until, rules.patiently());
  }

  private TransformRequest on(RequestScope account, Deadline until, OutputRules other) {
    return new TransformRequest(
        account,
        until,
        requestId,
        source,
        format,
        focus,
        ingredients,
        transformation,
        accepts,
        other,
        limits);
  }

  /** Takes a reference on the source and on every ingredient; false: on none, some are gone. */
  public boolean tryRetain() {
    List<ImageBytes> taken = new ArrayList<>();
    for (ImageBytes bytes : everything()) {
      if (!bytes.tryRetain()) {
        taken.forEach(ImageBytes::close);
        return false;
      }
      taken.add(bytes);
    }
    return true;
  }

  /** Gives back what {@link #tryRetain} took. */
  public void release() {
    everything().forEach(ImageBytes::close);
  }

  /** Bytes of the source and every ingredient together. */
  public long size() {
    return everything().stream().mapToLong(ImageBytes::size).sum();
  }

  private List<ImageBytes> everything() {
    List<ImageBytes> all = new ArrayList<>();
    all.add(source);
    for (Ingredient ingredient : ingredients.values()) {
      switch (ingredient) {
        case Ingredient.Picture(var bytes, _, _) -> all.add(bytes);
        case Ingredient.Font(var bytes) -> all.add(bytes);
        case Ingredient.Missing _ -> {}
      }
    }
    return all;
  }
}
