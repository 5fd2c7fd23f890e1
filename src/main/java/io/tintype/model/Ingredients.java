package io.tintype.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a transformation needs besides its source. A branch that is not taken needs nothing, but
 * which one is taken is known too late: everything is listed.
 *
 * @param pictures sources of layers
 * @param fonts sources of fonts
 */
public record Ingredients(Set<SourceRef> pictures, Set<SourceRef> fonts) {
  public Ingredients {
    pictures = Set.copyOf(pictures);
    fonts = Set.copyOf(fonts);
  }

  static Ingredients of(List<Step> steps) {
    Set<SourceRef> pictures = new LinkedHashSet<>();
    Set<SourceRef> fonts = new LinkedHashSet<>();
    gather(steps, pictures, fonts);
    return new Ingredients(pictures, fonts);
  }

  /** Whether nothing is needed. */
  public boolean areNone() {
    return pictures.isEmpty() && fonts.isEmpty();
  }

  private static void gather(List<Step> steps, Set<SourceRef> pictures, Set<SourceRef> fonts) {
    for (Step step : steps) {
      if (step instanceof Step.Overlay(var layer)) {
        gather(layer.content(), pictures, fonts);
        gather(layer.steps(), pictures, fonts);
      } else if (step instanceof Step.When(_, var then, var otherwise, _)) {
        gather(then.steps(), pictures, fonts);
        gather(otherwise.steps(), pictures, fonts);
      }
    }
  }

  private static void gather(Layer.Content content, Set<SourceRef> pictures, Set<SourceRef> fonts) {
    switch (content) {
      case Layer.Picture(var source, _) -> pictures.add(source);
      case Layer.Words(var text) -> {
        if (text.font() instanceof Text.File(var source)) {
          fonts.add(source);
        }
      }
      case Layer.Block _ -> {}
    }
  }
}
