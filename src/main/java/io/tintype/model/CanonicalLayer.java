package io.tintype.model;

import static io.tintype.model.CanonicalText.call;
import static io.tintype.model.CanonicalText.color;
import static io.tintype.model.CanonicalText.name;
import static io.tintype.model.CanonicalText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints layers: {@code overlay(over,picture("logo.png"),{trim(10)},center)}. */
final class CanonicalLayer {
  private CanonicalLayer() {}

  static String print(Layer layer) {
    String blend = name(layer.blend());
    String content = content(layer.content());
    String steps = "{" + Canonical.chain(layer.steps()) + "}";
    String position = position(layer.position());
    return layer.overhang() == Layer.Overhang.CUT
        ? call("overlay", blend, content, steps, position)
        : call("overlay", blend, content, steps, position, name(layer.overhang()));
  }

  private static String content(Layer.Content content) {
    return switch (content) {
      case Layer.Picture(var source, var page) ->
          page.isPresent()
              ? call("picture", source(source), Integer.toString(page.getAsInt()))
              : call("picture", source(source));
      case Layer.Block(var width, var height, var color) ->
          call("block", Canonical.extent(width), Canonical.extent(height), color(color));
      case Layer.Words(var text) -> text(text);
    };
  }

  private static String text(Text text) {
    String styles =
        text.styles().stream().sorted().map(CanonicalText::name).collect(Collectors.joining("+"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                quoted(text.text()),
                font(text.font()),
                Canonical.expression(text.size()),
                color(text.color()),
                Canonical.extent(text.width()),
                name(text.alignment()),
                padding(text.padding()),
                color(text.background()),
                styles,
                Canonical.orAuto(text.lineHeight())));
    setting(text.setting(), arguments);
    return call("text", arguments.toArray(String[]::new));
  }

  /** Only what is not as usual. */
  private static void setting(Text.Setting setting, List<String> arguments) {
    if (setting.letterSpacing() != 0) {
      arguments.add("letters " + CanonicalText.number(setting.letterSpacing()));
    }
    setting
        .lineSpacing()
        .ifPresent(pixels -> arguments.add("lines " + CanonicalText.number(pixels)));
    setting
        .stroke()
        .ifPresent(
            stroke -> arguments.add(call("stroke", stroke.pixels() + "", color(stroke.color()))));
    if (!setting.height().equals(Extent.AUTO)) {
      arguments.add(
          call(setting.complete() ? "complete" : "shortened", Canonical.extent(setting.height())));
    }
  }

  private static String font(Text.Font font) {
    return switch (font) {
      case Text.Family(var name) -> quoted(name);
      case Text.File(var source) -> call("file", source(source));
    };
  }

  private static String padding(Text.Padding padding) {
    return call(
        "padding",
        Canonical.expression(padding.top()),
        Canonical.expression(padding.right()),
        Canonical.expression(padding.bottom()),
        Canonical.expression(padding.left()));
  }

  private static String position(Position position) {
    return switch (position) {
      case Position.At(var direction) -> name(direction);
      case Position.Inwards(var from, var x, var y) ->
          call("inwards", name(from), Canonical.expression(x), Canonical.expression(y));
      case Position.Offset(var horizontal, var vertical, var anchor) ->
          call("offset", axis(horizontal), axis(vertical), name(anchor));
    };
  }

  private static String axis(Position.Axis axis) {
    return name(axis.origin()) + " " + Canonical.expression(axis.pixels());
  }

  private static String source(SourceRef source) {
    return switch (source) {
      case SourceRef.Named named -> quoted(named.text());
      case SourceRef.Asset asset -> quoted(asset.text());
      case SourceRef.Vendor vendor -> quoted(vendor.text());
      case SourceRef.Remote(var url) -> call("remote", quoted(url));
    };
  }
}
