package io.tintype.dialect.imagekit;

import io.tintype.fault.FaultException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parameters one line of a case table has, where they stand, and whether they were honoured.
 */
final class CoveredKeys {
  private static final String ARROW = " ⇒ ";
  private static final String IGNORED = "ignored: ";

  /** Where a parameter stands. */
  enum Where {
    CHAIN("the chain"),
    PICTURE("picture layers"),
    TEXT("text layers"),
    BLOCK("`ik_canvas` layers");

    private final String words;

    Where(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /**
   * A parameter in a line.
   *
   * @param honoured whether the line reads without a report about it
   */
  record Use(Where where, String key, boolean honoured) {}

  private CoveredKeys() {}

  static List<Use> of(String line) {
    int arrow = line.indexOf(ARROW);
    String url = ImageKitCases.url(line.substring(0, arrow));
    String reading = line.substring(arrow + ARROW.length());
    List<Use> uses = new ArrayList<>();
    try {
      var request = ImageKitCases.request(url);
      List<String> chains = new ArrayList<>(UrlPath.of(request.rawPath()).chains());
      chains.addAll(UrlQuery.of(request.rawQuery()).chains());
      for (String chain : chains) {
        gather(new ChainSplitter().split(chain), Where.CHAIN, reading, uses);
      }
    } catch (FaultException unreadable) {
      return List.of();
    }
    return uses;
  }

  private static void gather(
      List<Component> components, Where where, String reading, List<Use> uses) {
    for (Component component : components) {
      for (Part part : component.parts()) {
        switch (part) {
          case Item item -> uses.add(new Use(where, item.key(), honours(reading, item.raw())));
          case Block block -> {
            Where inside = inside(block, where);
            String key = block.kind() == Block.Kind.LAYER ? "l" : "if";
            uses.add(new Use(where, key, honours(reading, block.raw())));
            gather(block.body(), inside, reading, uses);
            gather(block.otherwise(), inside, reading, uses);
          }
        }
      }
    }
  }

  private static Where inside(Block block, Where around) {
    if (block.kind() == Block.Kind.CONDITION) {
      return around;
    }
    if (block.head().equals("text")) {
      return Where.TEXT;
    }
    boolean canvas =
        block.body().stream()
            .flatMap(component -> component.parts().stream())
            .anyMatch(part -> part.raw().matches("i-ik_canvas|ie-aWtfY2FudmFz"));
    return canvas ? Where.BLOCK : Where.PICTURE;
  }

  private static boolean honours(String reading, String raw) {
    boolean refused = reading.matches("[A-Z][A-Za-z]+: .*");
    return !refused && !reports(reading, raw);
  }

  private static boolean reports(String reading, String raw) {
    int ignored = reading.indexOf(IGNORED);
    return ignored >= 0
        && (" / " + reading.substring(ignored + IGNORED.length())).contains(" / " + raw + " ");
  }
}
