package io.tintype.dialect.imagekit;

import static java.util.Map.entry;

import io.tintype.dialect.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Overlays as they were written before layers, as layers: {@code oi-logo.png,ow-100,ox-10} is
 * {@code l-image,i-logo.png,w-100,lx-10,l-end}.
 */
final class LegacyOverlays {
  private static final String PICTURE = "oi";
  private static final String BLOCK = "obg";
  private static final Set<String> WORDS = Set.of("ot", "ote");

  private static final Map<String, String> PLACEMENT = Map.of("ox", "lx", "oy", "ly", "ofo", "lfo");
  private static final Map<String, String> OF_PICTURE =
      placed(
          Map.ofEntries(
              entry(PICTURE, "i"),
              entry("ow", "w"),
              entry("oh", "h"),
              entry("oiar", "ar"),
              entry("oic", "c"),
              entry("oicm", "cm"),
              entry("oifo", "fo"),
              entry("oix", "x"),
              entry("oiy", "y"),
              entry("oixc", "xc"),
              entry("oiyc", "yc"),
              entry("oib", "b"),
              entry("oibg", "bg"),
              entry("oidpr", "dpr"),
              entry("oiq", "q"),
              entry("oit", "t")));
  private static final Map<String, String> OF_BLOCK =
      placed(Map.of(BLOCK, "bg", "ow", "w", "oh", "h", "or", "r", "oa", "al"));
  private static final Map<String, String> OF_WORDS =
      placed(
          Map.ofEntries(
              entry("ot", "i"),
              entry("ote", "ie"),
              entry("otw", "w"),
              entry("ots", "fs"),
              entry("otf", "ff"),
              entry("otc", "co"),
              entry("otia", "ia"),
              entry("otp", "pa"),
              entry("ott", "tg"),
              entry("otbg", "bg"),
              entry("or", "r"),
              entry("oa", "al")));

  /** What each name is in a layer; where several layers have it, it is the same in all. */
  private static final Map<String, String> NAMES =
      Stream.of(OF_PICTURE, OF_BLOCK, OF_WORDS)
          .flatMap(names -> names.entrySet().stream())
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));

  /** All names there were, in alphabetical order. */
  static final List<String> KEYS = List.copyOf(new TreeSet<>(NAMES.keySet()));

  private LegacyOverlays() {}

  private static Map<String, String> placed(Map<String, String> names) {
    Map<String, String> all = new HashMap<>(names);
    all.putAll(PLACEMENT);
    return Map.copyOf(all);
  }

  /** The name in a layer of what has this name; today's names stay. */
  static String nameOf(String key) {
    return NAMES.getOrDefault(key, key);
  }

  /** Puts layers in the place of old overlays: the picture or block below, the words above. */
  static Component translate(Component component, Findings findings) {
    List<Item> old = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    for (Part part : component.parts()) {
      if (part instanceof Item item && NAMES.containsKey(item.key())) {
        old.add(item);
      } else {
        parts.add(part);
      }
    }
    if (old.isEmpty()) {
      return component;
    }
    Set<Item> used = new HashSet<>();
    first(old, Set.of(PICTURE))
        .map(item -> layer("image", item, old, OF_PICTURE, used))
        .or(() -> first(old, Set.of(BLOCK)).map(item -> block(item, old, used)))
        .ifPresent(parts::add);
    first(old, WORDS).map(item -> layer("text", item, old, OF_WORDS, used)).ifPresent(parts::add);
    for (Item item : old) {
      if (!used.contains(item)) {
        findings.moot(
            item.position(), item.raw(), "is of no effect without an overlay it belongs to");
      }
    }
    return new Component(parts);
  }

  private static Optional<Item> first(List<Item> items, Set<String> keys) {
    return items.stream().filter(item -> keys.contains(item.key())).findFirst();
  }

  private static Block block(Item color, List<Item> old, Set<Item> used) {
    Block layer = layer("image", color, old, OF_BLOCK, used);
    List<Part> parts = new ArrayList<>(layer.body().getFirst().parts());
    parts.addFirst(new Item(color.position(), color.raw(), "i", "ik_canvas"));
    return layer.with(layer.position(), List.of(new Component(parts)), List.of());
  }

  /** The layer that the first of its items stands for. */
  private static Block layer(
      String type, Item first, List<Item> old, Map<String, String> names, Set<Item> used) {
    List<Part> body = new ArrayList<>();
    for (Item item : old) {
      String name = names.get(item.key());
      if (name != null) {
        body.add(item.as(name));
        used.add(item);
      }
    }
    return new Block(
        first.position(),
        first.raw(),
        Block.Kind.LAYER,
        type,
        List.of(new Component(body)),
        List.of(),
        true);
  }
}
