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
import io.tintype.testing.RealUrl;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many of the real URLs of Cloudinary ImageKit's language can say. */
class CorpusConversionTest {
  private static final double LEAST_EXACT = 0.4;
  private static final double LEAST_ALMOST = 0.82;
  private static final double LEAST_SAID_AGAIN = 0.98;
  private static final CloudinaryPrinter PRINTER = new CloudinaryPrinter(true);

  @Test
  void isMostlySaidInTheOtherLanguage() {
    int exact = 0;
    int almost = 0;
    int all = 0;
    for (RealUrl url : RealUrl.all()) {
      Optional<Transformation> meant = read(url);
      if (meant.isEmpty()) {
        continue;
      }
      all++;
      switch (ChainPrinter.render(meant.get())) {
        case Rendition.Chain(var chain) -> {
          exact++;
          assertThat(Meaning.of(imageKit(chain)).canonical())
              .as(url.text())
              .isEqualTo(Meaning.of(meant.get()).canonical());
        }
        case Rendition.Wordless _ ->
            almost +=
                Compromise.settle(meant.get(), Compromise.FOR_IMAGEKIT, ChainPrinter::render)
                        .isPresent()
                    ? 1
                    : 0;
      }
    }
    System.out.printf(
        "%d of %d real URLs mean exactly the same in ImageKit's language, %d more nearly so%n",
        exact, all, almost);

    assertThat((double) exact / all).isGreaterThan(LEAST_EXACT);
    assertThat((double) (exact + almost) / all).isGreaterThan(LEAST_ALMOST);
  }

  @Test
  void isSaidAgainInItsOwnLanguage() {
    int said = 0;
    int all = 0;
    for (RealUrl url : RealUrl.all()) {
      Optional<Transformation> meant = read(url);
      all += meant.isPresent() ? 1 : 0;
      said +=
          meant.map(PRINTER::print).filter(Rendition.Chain.class::isInstance).isPresent() ? 1 : 0;
    }

    assertThat((double) said / all).isGreaterThan(LEAST_SAID_AGAIN);
  }

  private static Transformation imageKit(String chain) {
    return new ImageKitDialect(new ImageKitSettings(Map.of(), true))
        .parse(new RawRequest("tr:" + chain + "/a", ""))
        .transformation();
  }

  /** What is asked for, if it is something that is honoured and not just the original. */
  private static Optional<Transformation> read(RealUrl url) {
    CloudinaryDialect dialect =
        new CloudinaryDialect(
            new CloudinarySettings(
                url.shared() ? new Clouds.Any() : new Clouds.None(),
                true,
                Map.of(),
                false,
                false,
                Set.of()));
    try {
      DeliveryRequest read = dialect.parse(new RawRequest(url.path(), ""));
      return Optional.of(read)
          .filter(some -> some.ignored().isEmpty() && !some.disposition().original())
          .map(DeliveryRequest::transformation);
    } catch (FaultException refused) {
      return Optional.empty();
    }
  }
}
