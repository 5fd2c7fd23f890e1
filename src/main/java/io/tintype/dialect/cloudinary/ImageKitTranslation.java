package io.tintype.dialect.cloudinary;

import io.tintype.dialect.Asked;
import io.tintype.dialect.Findings;
import io.tintype.model.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The components of one URL as a chain in ImageKit's language. What has no translation is told;
 * what has one that says less is not, since this is what was asked for.
 */
final class ImageKitTranslation {
  private static final String UNKNOWN = "has no translation into ImageKit's language";
  private static final String TEXT = "text:";
  private static final Set<String> PLACE = Set.of("g", "x", "y");
  private static final Map<String, String> STYLES = Map.of("bold", "b", "italic", "i");
  private static final Map<String, String> ALIGNMENTS =
      Map.of("left", "left", "start", "left", "right", "right", "end", "right", "center", "center");

  private final ImageKitTable table;
  private final Findings findings;
  private final List<Asked.Parameter> asked = new ArrayList<>();
  private final Map<String, String> origins = new HashMap<>();

  ImageKitTranslation(ImageKitTable table, Findings findings) {
    this.table = table;
    this.findings = findings;
  }

  /** The chain, ready to stand in a path; empty if nothing has a translation. */
  String chain(List<Component> components) {
    LayerGroups groups = new LayerGroups(components);
    List<String> steps = new ArrayList<>();
    for (int at = 0; at < components.size(); at++) {
      Component component = components.get(at);
      Optional<Parameter> layer = component.layer();
      if (layer.isEmpty()) {
        steps.add(String.join(",", items(component.effective(), false)));
      } else {
        OptionalInt end = groups.endOf(at);
        int last = end.orElse(at);
        List<Component> body = end.isPresent() ? components.subList(at + 1, last) : List.of();
        layer(component, layer.get(), body, components.get(last)).ifPresent(steps::add);
        at = last;
      }
      component.definitions().forEach(this::refuse);
    }
    return String.join(":", steps.stream().filter(step -> !step.isEmpty()).toList());
  }

  /** What was asked for, by ImageKit's names. */
  List<Asked.Parameter> asked() {
    return List.copyOf(asked);
  }

  /** The text of the URL that a part of the chain comes from. */
  String origin(String part) {
    return origins.getOrDefault(part, part);
  }

  /** Places of parameters of the URL. */
  private void refuse(Parameter parameter) {
    findings.unsupported(parameter.position(), parameter.raw(), UNKNOWN);
  }

  private List<String> items(List<Parameter> parameters, boolean ofText) {
    List<String> items = new ArrayList<>();
    for (Parameter parameter : parameters) {
      for (String value : values(parameter)) {
        Optional<String> item =
            ofText && parameter.key().equals("co")
                ? ImageKitTable.color(value).map("co-"::concat)
                : table.item(parameter.key(), value);
        item.ifPresentOrElse(text -> items.add(note(text, parameter)), () -> refuse(parameter));
      }
    }
    return items;
  }

  /** Flags may stand together. */
  private static List<String> values(Parameter parameter) {
    return parameter.key().equals(Flags.KEY)
        ? List.copyOf(Flags.split(parameter.value()))
        : List.of(parameter.value());
  }

  private String note(String item, Parameter parameter) {
    String plain = PercentEncoding.decode(item).orElse(item);
    int dash = plain.indexOf('-');
    origins.putIfAbsent(plain, parameter.raw());
    asked.add(
        new Asked.Parameter(plain.substring(0, dash), plain.substring(dash + 1), parameter.raw()));
    return item;
  }

  private Optional<String> layer(
      Component head, Parameter what, List<Component> body, Component placing) {
    boolean text = what.value().startsWith(TEXT);
    Optional<List<String>> content = what.key().equals("u") ? Optional.empty() : content(what);
    if (content.isEmpty()) {
      refuse(what);
      return Optional.empty();
    }
    List<String> first = new ArrayList<>(content.get());
    boolean alone = head.equals(placing);
    first.addAll(
        items(
            head.without("l").effective().stream()
                .filter(one -> !alone || !PLACE.contains(one.key()))
                .toList(),
            text));
    placing.effective().stream()
        .filter(one -> isPlacing(one, alone))
        .forEach(one -> place(one, first));
    String more = chain(body);
    String chain = String.join(",", first) + (more.isEmpty() ? "" : ":" + more) + ",l-end";
    note(chain, what);
    return Optional.of(chain);
  }

  private static boolean isPlacing(Parameter parameter, boolean alone) {
    return PLACE.contains(parameter.key())
        || !(alone || parameter.value().equals(LayerGroups.APPLY));
  }

  private void place(Parameter parameter, List<String> items) {
    Optional<String> item =
        switch (parameter.key()) {
          case "g" ->
              Optional.ofNullable(ImageKitTable.SIDES.get(parameter.value())).map("lfo-"::concat);
          case "x", "y" ->
              ImageKitTable.number(parameter.value()).map(("l" + parameter.key() + "-")::concat);
          default -> Optional.empty();
        };
    item.ifPresentOrElse(text -> items.add(note(text, parameter)), () -> refuse(parameter));
  }

  private Optional<List<String>> content(Parameter what) {
    if (what.value().startsWith(TEXT)) {
      return words(what, what.value().substring(TEXT.length()));
    }
    String path = what.value().replace(":", "@@");
    return Optional.of(List.of("l-image", "i-" + PercentEncoding.encodeSegment(path)));
  }

  private Optional<List<String>> words(Parameter what, String value) {
    List<String> pieces = List.of(value.split(":", -1));
    for (int at = 0; at + 1 < pieces.size(); at++) {
      Optional<TextStyle> style = TextStyle.read(pieces.get(at));
      if (style.isPresent()) {
        String written =
            TextReader.decoded(String.join(":", pieces.subList(at + 1, pieces.size())));
        List<String> folders = new ArrayList<>(pieces.subList(0, at));
        folders.add(style.get().family());
        return Optional.of(words(what, written, style.get(), String.join("@@", folders)));
      }
    }
    return Optional.empty();
  }

  private List<String> words(Parameter what, String written, TextStyle style, String font) {
    List<String> items = new ArrayList<>();
    items.add("l-text");
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(written.getBytes(StandardCharsets.UTF_8));
    items.add("ie-" + encoded);
    items.add(note("ff-" + PercentEncoding.encodeSegment(font), what));
    items.add("fs-" + Math.round(style.size()));
    List<String> styles =
        style.words().stream().filter(STYLES::containsKey).map(STYLES::get).toList();
    if (!styles.isEmpty()) {
      items.add("tg-" + String.join("_", styles));
    }
    style.words().stream()
        .filter(ALIGNMENTS::containsKey)
        .reduce((_, later) -> later)
        .ifPresent(word -> items.add("ia-" + ALIGNMENTS.get(word)));
    if (style.words().stream().anyMatch(word -> !isKnown(word)) || style.isSpaced()) {
      refuse(what);
    }
    return items;
  }

  private static boolean isKnown(String word) {
    return word.isEmpty()
        || STYLES.containsKey(word)
        || ALIGNMENTS.containsKey(word)
        || word.equals("normal");
  }
}
