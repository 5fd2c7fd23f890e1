package io.tintype.testing;

import io.tintype.testing.hostile.HostileAvifs;
import io.tintype.testing.hostile.HostileGifs;
import io.tintype.testing.hostile.HostileJpegs;
import io.tintype.testing.hostile.HostilePngs;
import io.tintype.testing.hostile.HostileSvgs;
import io.tintype.testing.hostile.HostileTiffs;
import io.tintype.testing.hostile.HostileWebps;
import io.tintype.testing.hostile.Impostors;
import io.tintype.testing.hostile.Mutations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Files that somebody may put where originals are: damaged, lying, endless or none. They are put
 * together here, so that none has to be kept; the same seed gives the same files.
 */
public final class HostileImages {
  /** Broken copies of each whole file. */
  private static final int COPIES = 48;

  private static final List<String> WHOLE =
      List.of(
          "card.jpg",
          "progressive.jpg",
          "cmyk.jpg",
          "wide-gamut.jpg",
          "card.png",
          "deep.png",
          "card.gif",
          "frames.gif",
          "card.webp",
          "photo.webp",
          "frames.webp",
          "card.avif",
          "card.tiff");

  private HostileImages() {}

  /**
   * A file.
   *
   * @param name of it, unique; its extension says what it pretends to be
   */
  @SuppressWarnings("ArrayRecordComponent") // of tests: nobody compares or changes them
  public record Case(String name, byte[] bytes) {}

  /** All of them: made by hand, and broken copies of whole files. */
  public static List<Case> all(long seed) {
    List<Case> cases = new ArrayList<>(madeByHand());
    Mutations mutations = new Mutations(seed);
    for (String name : WHOLE) {
      cases.addAll(mutations.of(name, whole(name), COPIES));
    }
    return cases;
  }

  /** Those that attack something in particular. */
  public static List<Case> madeByHand() {
    List<Case> cases = new ArrayList<>();
    cases.addAll(prefixed("jpeg", HostileJpegs.all()));
    cases.addAll(prefixed("png", HostilePngs.all()));
    cases.addAll(prefixed("gif", HostileGifs.all()));
    cases.addAll(prefixed("webp", HostileWebps.all()));
    cases.addAll(prefixed("tiff", HostileTiffs.all()));
    cases.addAll(prefixed("avif", HostileAvifs.all(whole("card.avif"))));
    cases.addAll(prefixed("svg", HostileSvgs.all()));
    cases.addAll(prefixed("impostor", Impostors.all()));
    return cases;
  }

  private static List<Case> prefixed(String group, List<Case> cases) {
    return cases.stream().map(one -> new Case(group + "-" + one.name(), one.bytes())).toList();
  }

  private static byte[] whole(String name) {
    try (InputStream in = HostileImages.class.getResourceAsStream("/corpus/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
