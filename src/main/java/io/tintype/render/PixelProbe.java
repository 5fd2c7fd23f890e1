package io.tintype.render;

import io.tintype.model.Color;
import io.tintype.plan.Dimensions;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedText;
import io.tintype.plan.Probe;
import io.tintype.plan.Progress;
import io.tintype.plan.Region;
import io.tintype.plan.SourceHeader;
import io.tintype.vips.ColorSpace;
import io.tintype.vips.VipsImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers with libvips what only pixels can tell. Of an animation the first frame decides, but for
 * its edges: what is cut off must be empty in every frame.
 */
final class PixelProbe implements Probe {
  /** A detector looks at no larger pictures: a face that is worth a crop is found in these. */
  private static final int DETECTED_SIDE = 1024;

  private final Workbench bench;
  private final TextPainter painter;
  private final Optional<Detector> detector;

  PixelProbe(Workbench bench, TextPainter painter, Optional<Detector> detector) {
    this.bench = bench;
    this.painter = painter;
    this.detector = detector;
  }

  @Override
  public SourceHeader header(Material.Picture layer) {
    return bench.header(layer);
  }

  @Override
  public Region trimmed(Progress progress, int tolerance) {
    return EdgeFinder.region(frames(progress), tolerance);
  }

  @Override
  public Region trimmed(Progress progress, int tolerance, Color edges) {
    return EdgeFinder.region(frames(progress), tolerance, edges);
  }

  @Override
  public Region attention(Progress progress, Dimensions size) {
    return AttentionFinder.region(frames(progress).getFirst(), size);
  }

  @Override
  public Optional<List<Region>> objects(Progress progress, Set<String> names) {
    return detector.map(finder -> found(finder, frames(progress).getFirst(), names));
  }

  @Override
  public Dimensions measure(PlannedText text) {
    bench.job().checkpoint().check();
    return painter.measure(text);
  }

  private List<VipsImage> frames(Progress progress) {
    VipsImage all = bench.compute(progress);
    int height = all.height() / progress.frames();
    List<VipsImage> frames = new ArrayList<>(progress.frames());
    for (int frame = 0; frame < progress.frames(); frame++) {
      frames.add(all.extract(0, frame * height, all.width(), height));
    }
    return frames;
  }

  private static List<Region> found(Detector finder, VipsImage frame, Set<String> names) {
    VipsImage colors = frame.toColorSpace(ColorSpace.RGB);
    VipsImage rgb = colors.hasAlpha() ? colors.flatten(0, 0, 0) : colors;
    double shrink = Math.max(1, (double) Math.max(rgb.width(), rgb.height()) / DETECTED_SIDE);
    int width = Math.max(1, (int) (rgb.width() / shrink));
    int height = Math.max(1, (int) (rgb.height() / shrink));
    VipsImage small = shrink > 1 ? rgb.resize(width, height) : rgb;
    return finder.find(names, width, height, small.toPixels()).stream()
        .map(region -> enlarged(region, shrink, frame))
        .toList();
  }

  /** The same region of the picture itself, cut to where it lies inside. */
  private static Region enlarged(Region region, double factor, VipsImage frame) {
    int left = clamped((int) Math.floor(region.left() * factor), frame.width() - 1);
    int top = clamped((int) Math.floor(region.top() * factor), frame.height() - 1);
    int right = (int) Math.ceil((region.left() + region.width()) * factor);
    int bottom = (int) Math.ceil((region.top() + region.height()) * factor);
    return new Region(
        left,
        top,
        Math.max(1, clamped(right, frame.width()) - left),
        Math.max(1, clamped(bottom, frame.height()) - top));
  }

  private static int clamped(int value, int most) {
    return Math.clamp(value, 0, most);
  }
}
