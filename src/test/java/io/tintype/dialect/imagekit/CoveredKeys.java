package io.tintype.dialect.imagekit;

import io.tintype.fault.FaultException;
import io.tintype.testing.CaseTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which parameters one line of a case table has, where they stand, and whether they were honoured.
 */
public final class CoveredKeys {
  private static final String IGNORED = "ignored: ";

  /** Where a parameter stands. */
  public enum Where {
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

  /** A parameter, a layer or a condition in a chain, as it stands there. */
  public record Mention(Where where, String key, String raw) {}

  private CoveredKeys() {}

  /** All there are in a chain, those in layers and conditions too. */
  public static List<Mention> mentions(String chain) {
    List<Mention> mentions = new ArrayList<>();
    gather(new ChainSplitter().split(chain), Where.CHAIN, mentions);
    return mentions;
  }

  static List<Use> of(String line) {
    int arrow = line.indexOf(CaseTable.ARROW);
    String url = ImageKitCases.url(line.substring(0, arrow));
    String reading = line.substring(arrow + CaseTable.ARROW.length());
    List<Use> uses = new ArrayList<>();
    try {
      var request = ImageKitCases.request(url);
      List<String> chains = new ArrayList<>(UrlPath.of(request.rawPath()).chains());
      chains.addAll(UrlQuery.of(request.rawQuery()).chains());
      for (String chain : chains) {
        mentions(chain).stream()
            .map(one -> new Use(one.where(), one.key(), honours(reading, one.raw())))
            .forEach(uses::add);
      }
    } catch (FaultException unreadable) {
      return List.of();
    }
    return uses;
  }

  private static void gather(List<Component> components, Where where, List<Mention> mentions) {
    for (Component component : components) {
      for (Part part : component.parts()) {
        switch (part) {
          case Item item -> mentions.add(new Mention(where, item.key(), item.raw()));
          case Block block -> {
            Where inside = inside(block, where);
            String key = block.kind() == Block.Kind.LAYER ? "l" : "if";
            mentions.add(new Mention(where, key, block.raw()));
            gather(block.body(), inside, mentions);
            gather(block.otherwise(), inside, mentions);
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
