package io.tintype.proof;

import io.tintype.dialect.cloudinary.CoveredWords;
import io.tintype.dialect.cloudinary.CoveredWords.Mention;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.util.List;

/**
 * A line of {@code cases/pictures-of-cloudinary.txt}.
 *
 * @param proved keys and words without which the chain does something else
 * @param path of the source
 * @param chain the components
 * @param recipe how the reference is drawn
 */
public record CloudinaryRow(
    List<String> proved, String path, String chain, String recipe, Bar bar) {
  /** All there are. */
  public static List<CloudinaryRow> all() throws IOException {
    return CaseTable.lines("pictures-of-cloudinary.txt").stream().map(CloudinaryRow::of).toList();
  }

  private static CloudinaryRow of(String line) {
    String[] cells = line.split("\\s+\\|\\s+", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException("not five cells: " + line);
    }
    return new CloudinaryRow(
        List.of(cells[0].strip().split(" ", -1)),
        cells[1].contains(".") ? cells[1] : cells[1] + ".png",
        cells[2],
        cells[3],
        new Bar(cells[4].strip()));
  }

  /** Where in the chain stands what is proved. */
  public List<Mention> mentions() {
    return CoveredWords.mentions(chain).stream()
        .filter(one -> proved.contains(one.word()))
        .toList();
  }

  /** The path of the URL, with another chain. */
  String target(String otherChain) {
    return "/c/image/upload/" + (otherChain.isEmpty() ? "" : otherChain + "/") + path;
  }

  @Override
  public String toString() {
    return path + " " + chain;
  }
}
