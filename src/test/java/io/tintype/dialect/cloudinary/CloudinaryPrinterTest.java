package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.ClientHints;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Dialect;
import io.tintype.dialect.Meaning;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.Rendition;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.dialect.imagekit.ImageKitDialect;
import io.tintype.dialect.imagekit.ImageKitSettings;
import io.tintype.fault.FaultException;
import io.tintype.model.Transformation;
import io.tintype.testing.CaseRequest;
import io.tintype.testing.CaseTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is written in Cloudinary's language is read as what it was written from. */
class CloudinaryPrinterTest {
  private static final Pattern SETTINGS =
      Pattern.compile("^(?:(?:strict|legacy|any|detector|save|dpr=[0-9.]+|width=-?[0-9]+) )+");
  private static final double LEAST_OF_CLOUDINARY = 0.98;
  private static final double LEAST_OF_IMAGEKIT = 0.65;

  private final CloudinaryPrinter printer = new CloudinaryPrinter(false);

  @Test
  void saysWhatCloudinarysTablesSay() throws IOException {
    assertThat(share(CloudinaryTableTest.tables(), new CloudinaryDialect(settings(true))))
        .isGreaterThan(LEAST_OF_CLOUDINARY);
  }

  @Test
  void saysMuchOfWhatImageKitsTablesSay() throws IOException {
    ImageKitDialect imageKit = new ImageKitDialect(new ImageKitSettings(Map.of(), false));

    assertThat(share(CaseTable.named("imagekit(?:-[a-z]+)?\\.txt"), imageKit))
        .isGreaterThan(LEAST_OF_IMAGEKIT);
  }

  /** The share of what can be read that can be written; what is written has to be right. */
  private double share(List<Path> tables, Dialect dialect) throws IOException {
    int readable = 0;
    int written = 0;
    for (String line : CaseTable.lines(tables)) {
      String url = SETTINGS.matcher(CaseTable.input(line)).replaceFirst("");
      Optional<Transformation> meant = read(dialect, url);
      if (meant.isEmpty()) {
        continue;
      }
      readable++;
      if (printer.print(meant.get()) instanceof Rendition.Chain(var chain)) {
        written++;
        assertThat(meaning(chain)).as("%s -> %s", url, chain).isEqualTo(canonical(meant.get()));
      }
    }
    return (double) written / readable;
  }

  private static Optional<Transformation> read(Dialect dialect, String url) {
    boolean whole = url.startsWith("/") || dialect instanceof ImageKitDialect;
    String path = url.startsWith("/") ? url.substring(1) : url;
    try {
      DeliveryRequest read =
          dialect.parse(
              CaseRequest.of(whole ? path : "image/upload/" + url + "/a", ClientHints.NONE));
      return Optional.of(read)
          .filter(some -> some.ignored().isEmpty() && !some.disposition().original())
          .map(DeliveryRequest::transformation);
    } catch (FaultException refused) {
      return Optional.empty();
    }
  }

  private static String meaning(String chain) {
    return canonical(
        new CloudinaryDialect(settings(false))
            .parse(new RawRequest("image/upload/" + chain + "/a", ""))
            .transformation());
  }

  private static String canonical(Transformation transformation) {
    return Meaning.of(transformation).canonical();
  }

  private static CloudinarySettings settings(boolean named) {
    return new CloudinarySettings(
        new Clouds.None(),
        false,
        named ? CloudinaryCases.TRANSFORMATIONS : Map.of(),
        false,
        false,
        Set.of());
  }
}
