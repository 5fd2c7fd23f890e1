package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.Compromise;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Meaning;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Rendition;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.dialect.imagekit.ChainPrinter;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import io.tintype.model.Transformation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** How many of the real URLs of Cloudinary ImageKit's language can say. */
class CorpusConversionTest {
  private static final double LEAST_EXACT = 0.5;
  private static final double LEAST_ALMOST = 0.6;
  private static final CloudinaryPrinter PRINTER = new CloudinaryPrinter(true);

  @Test
  void isMostlySaidInTheOtherLanguage() throws Exception {
    int exact = 0;
    int almost = 0;
    int all = 0;
    Map<String, Integer> wordless = new TreeMap<>();
    for (String url : CorpusTest.urls()) {
      Optional<Transformation> meant = read(url);
      if (meant.isEmpty()) {
        continue;
      }
      all++;
      switch (ChainPrinter.render(meant.get())) {
        case Rendition.Chain(var chain) -> {
          exact++;
          assertThat(Meaning.of(imageKit(chain)).canonical())
              .as(url)
              .isEqualTo(Meaning.of(meant.get()).canonical());
        }
        case Rendition.Wordless(var part) -> {
          boolean settled =
              Compromise.settle(meant.get(), Compromise.FOR_IMAGEKIT, ChainPrinter::render)
                  .isPresent();
          almost += settled ? 1 : 0;
          wordless.merge((settled ? "~" : "-") + part.split("[( ]")[0] + (part.startsWith("none") ? part.substring(4) : ""), 1, Integer::sum);
        }
      }
    }
    System.out.printf("%d of %d exactly, %d more almost; not: %s%n", exact, all, almost, wordless);

    assertThat((double) exact / all).isGreaterThan(LEAST_EXACT);
    assertThat((double) (exact + almost) / all).isGreaterThan(LEAST_ALMOST);
  }

  @Test
  void isSaidAgainInItsOwnLanguage() throws Exception {
    int said = 0;
    int all = 0;
    for (String url : CorpusTest.urls()) {
      Optional<Transformation> meant = read(url);
      all += meant.isPresent() ? 1 : 0;
      said += meant.map(PRINTER::print).filter(Rendition.Chain.class::isInstance).isPresent() ? 1 : 0;
    }
    System.out.printf("%d of %d%n", said, all);
    assertThat((double) said / all).isGreaterThan(0.95);
  }

  private static Transformation imageKit(String chain) {
    return new ImageKitDialect(new ImageKitSettings(Map.of(), true))
        .parse(new RawRequest("tr:" + chain + "/a", ""))
        .transformation();
  }

  /** What is asked for, if it is something that is honoured and not just the original. */
  private static Optional<Transformation> read(String url) {
    Matcher parts = CorpusTest.URL.matcher(url);
    assertThat(parts.matches()).as(url).isTrue();
    boolean shared = CorpusTest.SHARED.matcher(parts.group(1)).matches();
    CloudinaryDialect dialect =
        new CloudinaryDialect(
            new CloudinarySettings(
                shared ? new Clouds.Any() : new Clouds.None(),
                true,
                Map.of(),
                false,
                false,
                Set.of()));
    try {
      DeliveryRequest read = dialect.parse(new RawRequest(parts.group(2), ""));
      return Optional.of(read)
          .filter(some -> some.ignored().isEmpty() && !some.disposition().original())
          .map(DeliveryRequest::transformation);
    } catch (FaultException refused) {
      return Optional.empty();
    }
  }
}
