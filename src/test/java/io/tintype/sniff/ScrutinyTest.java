package io.tintype.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.ImageFormat;
import io.tintype.testing.Corpus;
import io.tintype.testing.HostileImages;
import io.tintype.testing.HostileImages.Case;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrutinyTest {
  private static final long MOST_PIXELS = 100_000_000;
  private static Map<String, Case> cases = Map.of();

  @BeforeAll
  static void make() {
    cases =
        HostileImages.madeByHand().stream()
            .collect(Collectors.toMap(Case::name, Function.identity()));
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg-scans-20000-side-1000.jpg, scans, more than the 100 scans",
    "jpeg-scans-spectral.jpg, scans, visit more than the 1000000000 pixels",
    "jpeg-scans-100-side-9900.jpg, scans, visit more than the 1000000000 pixels",
    "png-texts-of-3-gb.png, metadata, more than the 8388608 bytes of texts and profiles",
    "png-xmp-of-50-mb.png, metadata, more than the 8388608 bytes of texts and profiles",
    "png-profile-of-200-mb.png, metadata, more than the 8388608 bytes of texts and profiles",
    "png-text-of-20-mb.png, metadata, more than the 8388608 bytes of texts and profiles",
    "png-bomb-rgba16-adam7.png, interlaced, more than the 268435456 allowed",
    "tiff-pages-20000.tiff, pages, more than the 1000 pages",
    "tiff-loops-to-itself.tiff, pages, more than the 1000 pages",
  })
  void findsWorkThatTheSizeDoesNotTell(String name, String limit, String words) {
    Optional<Excess> excess = look(cases.get(name).bytes());

    assertThat(excess.map(Excess::limit)).contains(limit);
    assertThat(excess.orElseThrow().message()).contains(words).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "wide-gamut.jpg",
        "card.png",
        "deep.png",
        "alpha.png",
        "card.tiff",
        "card.gif",
        "card.webp",
        "card.avif"
      })
  void letsPicturesPass(String name) {
    assertThat(look(Corpus.read(name))).isEmpty();
  }

  @Test
  void allowsAScanFewerThanTooMany() {
    assertThat(look(cases.get("jpeg-scans-99-side-4000.jpg").bytes()))
        .map(Excess::message)
        .contains("The scans of the source visit more than the 1000000000 pixels allowed.");
    assertThat(look(cases.get("jpeg-scans-99-side-4000.jpg").bytes(), 200_000_000)).isEmpty();
  }

  @Test
  void isNotTiredOutByManySmallParts() {
    byte[] crumbs = cases.get("png-texts-200000.png").bytes();
    byte[] text = cases.get("png-texts-of-3-gb.png").bytes();
    int ihdr = 33;
    byte[] both = new byte[crumbs.length - 12 + text.length - ihdr];
    System.arraycopy(crumbs, 0, both, 0, crumbs.length - 12);
    System.arraycopy(text, ihdr, both, crumbs.length - 12, text.length - ihdr);

    MemorySegment bytes = MemorySegment.ofArray(both);
    Preview preview = Preflight.read(ImageFormat.PNG, MemorySegment.ofArray(text)).orElseThrow();
    assertThat(Scrutiny.of(preview, bytes, MOST_PIXELS)).isPresent();
    assertThat(Preflight.read(ImageFormat.PNG, bytes)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "avif-boxes-500000.avif",
        "png-texts-200000.png",
        "jpeg-comments-empty.jpg",
        "tiff-entries-65535.tiff"
      })
  void neverSeesHeadersOfMorePartsThanAnyPictureNeeds(String name) {
    byte[] bytes = cases.get(name).bytes();
    ImageFormat format = Sniffer.formatOf(bytes).orElseThrow();

    assertThat(Preflight.read(format, MemorySegment.ofArray(bytes))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"avif-boxes-500000.avif", "png-texts-200000.png", "jpeg-comments-empty.jpg"})
  void saysThatItIsTheParts(String name) {
    byte[] bytes = cases.get(name).bytes();
    ImageFormat format = Sniffer.formatOf(bytes).orElseThrow();

    assertThat(Preflight.excess(format, MemorySegment.ofArray(bytes)))
        .map(Excess::limit)
        .hasValue("parts");
  }

  @Test
  void neverThrows() {
    for (Case one : HostileImages.all(3)) {
      Sniffer.formatOf(one.bytes()).ifPresent(_ -> look(one.bytes()));
    }
  }

  private static Optional<Excess> look(byte[] bytes) {
    return look(bytes, MOST_PIXELS);
  }

  private static Optional<Excess> look(byte[] bytes, long mostPixels) {
    MemorySegment memory = MemorySegment.ofArray(bytes);
    ImageFormat format = Sniffer.formatOf(bytes).orElseThrow();
    return Preflight.read(format, memory)
        .flatMap(preview -> Scrutiny.of(preview, memory, mostPixels));
  }
}
