package io.tintype.cli;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Meaning;
import io.tintype.model.SourceRef;
import io.tintype.model.Transformation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in which respects two requests that should be the same are not. */
final class Comparison {
  private Comparison() {}

  /**
   * Differences but for the source, as clauses.
   *
   * @param meant the transformation that should be read
   */
  static List<String> of(DeliveryRequest asked, Transformation meant, DeliveryRequest read) {
    List<String> notes = new ArrayList<>();
    boolean original = asked.disposition().original();
    if (original && !asked.transformation().equals(Transformation.NONE)) {
      notes.add("a file of another format than its name says is sent as it is");
    }
    if (original != read.disposition().original()
        || (!original && !Meaning.same(meant, read.transformation()))) {
      notes.add("it is read as " + read.transformation().canonical());
    }
    if (!asked.disposition().attachment().equals(read.disposition().attachment())) {
      notes.add("the file name to save it under is another one, or none");
    }
    if (!path(asked.defaultImage()).equals(path(read.defaultImage()))) {
      notes.add("the picture in its place when it is missing is another one, or none");
    }
    return notes;
  }

  /** What changes nothing in the picture, and may be good to know. */
  static List<String> remarks(DeliveryRequest asked) {
    return asked.source() instanceof SourceRef.Asset asset && asset.wantedVersion() != 0
        ? List.of("version " + asset.wantedVersion() + " is left out")
        : List.of();
  }

  private static String path(Optional<SourceRef> picture) {
    return picture
        .map(source -> source instanceof SourceRef.Asset asset ? asset.mirrored() : source)
        .map(SourceRef::text)
        .orElse("");
  }
}
