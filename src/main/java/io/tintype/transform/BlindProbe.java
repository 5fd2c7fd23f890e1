package io.tintype.transform;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Color;
import io.tintype.plan.Dimensions;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedText;
import io.tintype.plan.Probe;
import io.tintype.plan.Progress;
import io.tintype.plan.Region;
import io.tintype.plan.SourceHeader;
import io.tintype.render.Larder;
import io.tintype.render.RenderSource;
import io.tintype.sniff.Preflight;
import io.tintype.sniff.Preview;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers without a look at pixels, on the expensive side: nothing is trimmed, and words take a lot
 * of space. For estimates only.
 */
final class BlindProbe implements Probe {
  /** Width and height of the box of a letter, in font sizes: hardly a font has a larger one. */
  private static final int LETTER = 2;

  private final Larder larder;
  private final Map<Material.Picture, LayerPicture> pictures = new HashMap<>();
  private boolean looksAtSource;

  BlindProbe(Larder larder) {
    this.larder = larder;
  }

  /**
   * A layer's picture before anything is decoded.
   *
   * @param bytes encoded size
   */
  record LayerPicture(Preview preview, int bytes) {}

  /** The pictures of the layers so far. */
  Map<Material.Picture, LayerPicture> pictures() {
    return Map.copyOf(pictures);
  }

  /** Whether the plan depends on pixels of the source itself. */
  boolean looksAtSource() {
    return looksAtSource;
  }

  @Override
  public SourceHeader header(Material.Picture layer) {
    RenderSource source = larder.picture(layer.source());
    Preview preview =
        Preflight.read(source.format(), source.bytes().memory())
            .orElseThrow(() -> new FaultException(new Fault.CorruptSource()));
    pictures.put(layer, new LayerPicture(preview, source.bytes().size()));
    return header(preview);
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    note(progress);
    return new Region(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Override
  public Region trimmed(Progress progress, int tolerance, Color edges) {
    return trimmed(progress, tolerance);
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    note(progress);
    return new Region(0, 0, size.width(), size.height());
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    note(progress);
    return Optional.of(List.of());
  }

  @Override
  public Dimensions measure(PlannedText text) {
    PlannedText.Insets padding = text.padding();
    long letters = Math.max(1, text.text().length());
    long letter = (long) LETTER * text.size();
    long natural = text.text().lines().mapToInt(String::length).max().orElse(1) * letter;
    long width = text.width().isPresent() ? text.width().getAsInt() : Math.max(letter, natural);
    long line = Math.max(letter, text.lineHeight().orElse(0));
    long lettersOfALine = Math.max(1, width / letter);
    long lines = Math.ceilDiv(letters, lettersOfALine) + text.text().lines().count();
    return new Dimensions(
        side(width + padding.left() + padding.right()),
        side(lines * line + padding.top() + padding.bottom()));
  }

  /** What a look in Java says of a header; orientation is not known yet. */
  static SourceHeader header(Preview preview) {
    return new SourceHeader(
        preview.format(),
        preview.width(),
        preview.height(),
        preview.frames(),
        preview.alpha(),
        1,
        preview.quality());
  }

  private void note(Progress progress) {
    looksAtSource |= progress.material() instanceof Material.Source;
  }

  /** Larger boxes than the planner takes are refused when the words have really been measured. */
  private static int side(long pixels) {
    return (int) Math.min(pixels, PlannedText.LARGEST_SIDE);
  }
}
