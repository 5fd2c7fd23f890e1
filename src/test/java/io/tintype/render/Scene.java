package io.tintype.render;

import io.tintype.bytes.ImageBytes;
import io.tintype.bytes.NettyBuffers;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.font.FontLibrary;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.model.Layer.Blend;
import io.tintype.model.SourceRef;
import io.tintype.plan.Dimensions;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedLayer;
import io.tintype.plan.PlannedStep;
import io.tintype.plan.PlannedText;
import io.tintype.plan.Probe;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.sniff.Sniffer;
import io.tintype.vips.Decoded;
import io.tintype.vips.TestVips;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/** A picture with layers, rendered by a plan that a test writes by hand. */
final class Scene {
  static final FontLibrary FONTS = FontLibrary.open(TestVips.packages(), TestVips.open().fonts());

  private final byte[] source;
  private final Map<SourceRef, ImageBytes> pictures = new HashMap<>();
  private final Map<SourceRef, ImageBytes> fonts = new HashMap<>();
  private BiFunction<SourceHeader, Probe, List<PlannedStep>> planning = (_, _) -> List.of();
  private Optional<Detector> detector = Optional.empty();
  private OptionalInt page = OptionalInt.empty();
  private ImageFormat output = ImageFormat.PNG;
  private List<String> unmet = List.of();

  private Scene(byte[] source) {
    this.source = source;
  }

  static Scene of(byte[] source) {
    return new Scene(source);
  }

  /** Words on a clear ground as large as their box. */
  static Scene of(PlannedText text) {
    return of(Raster.plain(1, 1, 0).png(true))
        .planned(
            (_, probe) -> {
              Dimensions box = probe.measure(text);
              return List.of(
                  new PlannedStep.Canvas(0, 0, box.width(), box.height(), Color.CLEAR),
                  over(new Material.Words(text), 0, 0));
            });
  }

  static SourceRef named(String name) {
    return new SourceRef.Named(name, "");
  }

  /** A layer that covers the picture. */
  static PlannedStep over(Material material, int left, int top, PlannedStep... steps) {
    return layer(material, Blend.OVER, left, top, steps);
  }

  static PlannedStep layer(
      Material material, Blend blend, int left, int top, PlannedStep... steps) {
    return new PlannedStep.Overlay(
        new PlannedLayer(material, 1, List.of(steps), blend, left, top, 1, 1));
  }

  static Material picture(String name) {
    return new Material.Picture(named(name), 1);
  }

  Scene with(String name, byte[] picture) {
    pictures.put(named(name), NettyBuffers.copyOf(picture));
    return this;
  }

  Scene withFont(String name, byte[] font) {
    fonts.put(named(name), NettyBuffers.copyOf(font));
    return this;
  }

  Scene detecting(Detector finder) {
    detector = Optional.of(finder);
    return this;
  }

  Scene page(int wanted) {
    page = OptionalInt.of(wanted);
    return this;
  }

  Scene to(ImageFormat format) {
    output = format;
    return this;
  }

  Scene planned(PlannedStep... steps) {
    return planned((_, _) -> List.of(steps));
  }

  Scene planned(BiFunction<SourceHeader, Probe, List<PlannedStep>> planner) {
    planning = planner;
    return this;
  }

  /** What was not met in the last rendering. */
  List<String> unmet() {
    return unmet;
  }

  Decoded decoded() {
    List<ImageBytes> lent = new ArrayList<>(pictures.values());
    lent.addAll(fonts.values());
    try (ImageBytes bytes = NettyBuffers.copyOf(source)) {
      RenderedImage image =
          new Renderer(TestVips.open(), FONTS, detector)
              .render(
                  new RenderJob(
                      new RenderSource(bytes, format(source), OptionalInt.empty()).at(page),
                      new Pantry(),
                      this::plan,
                      () -> {},
                      new Brake()));
      unmet = image.unmet();
      try (ImageBytes result = image.bytes()) {
        return Decoded.of(result, Rendering.loader(output));
      }
    } finally {
      lent.forEach(ImageBytes::close);
      pictures.clear();
      fonts.clear();
    }
  }

  Fault fault() {
    try {
      decoded();
      throw new AssertionError("was rendered");
    } catch (FaultException refused) {
      return refused.fault();
    }
  }

  private RenderPlan plan(SourceHeader header, Probe probe) {
    int frames = output.animates() ? header.frames() : 1;
    return new RenderPlan(
        page,
        1,
        frames,
        planning.apply(header, probe),
        new RenderPlan.Encode(output, 80),
        1,
        1,
        List.of());
  }

  private static ImageFormat format(byte[] bytes) {
    return Sniffer.formatOf(Arrays.copyOf(bytes, Math.min(bytes.length, Sniffer.ENOUGH)))
        .orElseThrow();
  }

  private final class Pantry implements Larder {
    @Override
    public RenderSource picture(SourceRef name) {
      ImageBytes bytes = pictures.get(name);
      if (bytes == null) {
        throw new FaultException(new Fault.SourceNotFound());
      }
      return new RenderSource(
          bytes, format(bytes.memory().toArray(ValueLayout.JAVA_BYTE)), OptionalInt.empty());
    }

    @Override
    public Optional<ImageBytes> font(SourceRef name) {
      return Optional.ofNullable(fonts.get(name));
    }
  }
}
