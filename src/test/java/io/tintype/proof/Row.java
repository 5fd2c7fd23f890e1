package io.tintype.proof;

import io.tintype.dialect.imagekit.CoveredKeys;
import io.tintype.dialect.imagekit.CoveredKeys.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code cases/pictures.txt}.
 *
 * @param proved names of parameters without which the chain does something else
 * @param endpoint of the gateway
 * @param path of the source below it
 * @param recipe how the reference is drawn
 */
public record Row(
    List<String> proved, String endpoint, String path, String chain, String recipe, Bar bar) {
  private static final String LEGACY = "legacy ";

  /** All there are. */
  public static List<Row> all() throws IOException {
    try (InputStream table = Row.class.getResourceAsStream("/cases/pictures.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Row::of)
          .toList();
    }
  }

  private static Row of(String line) {
    String[] cells = line.split("\\s+\\|\\s+", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException("not five cells: " + line);
    }
    String source = cells[1].startsWith(LEGACY) ? cells[1].substring(LEGACY.length()) : cells[1];
    return new Row(
        List.of(cells[0].strip().split(" ", -1)),
        cells[1].startsWith(LEGACY) ? "/legacy" : "/e",
        source.contains(".") ? source : source + ".png",
        cells[2],
        cells[3],
        new Bar(cells[4].strip()));
  }

  /** Where in the chain the parameters stand that are proved. */
  public List<Mention> mentions() {
    return CoveredKeys.mentions(chain).stream().filter(one -> proved.contains(one.key())).toList();
  }

  /** The path of the URL, with another chain. */
  String target(String otherChain) {
    return endpoint + "/tr:" + otherChain + "/" + path;
  }

  /** The chain without a parameter. */
  String without(Mention mention) {
    Matcher found =
        Pattern.compile("(?<=^|[,:])" + Pattern.quote(mention.raw()) + "(?=$|[,:])").matcher(chain);
    if (!found.find()) {
      throw new IllegalArgumentException(mention.raw() + " is not in " + chain);
    }
    return (chain.substring(0, found.start()) + chain.substring(found.end()))
        .replaceAll(",+", ",")
        .replaceAll("(^|:),|,(?=:|$)", "$1");
  }

  @Override
  public String toString() {
    return path + " " + chain;
  }
}
