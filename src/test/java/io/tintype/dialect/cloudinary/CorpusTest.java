package io.tintype.dialect.cloudinary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.Ignored;
import io.tintype.dialect.RawRequest;
import io.tintype.dialect.cloudinary.CloudinarySettings.Clouds;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.AssetType;
import io.tintype.model.SourceRef;
import io.tintype.testing.RealUrl;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real URLs, collected from public pages and sources. */
class CorpusTest {
  /** What only a model or a video encoder could do. */
  private static final Pattern BEYOND =
      Pattern.compile(
          "(?:^|[/,.])(?:e_(?:gen_|background_removal|bgremoval|extract|enhance|upscale|vectorize"
              + "|viesus|dropshadow|redeye|adv_redeye|pixelate_faces|blur_faces|camera|light|swap|style"
              + "|accelerate|boomerang|deshake|fade|noise|preview|progressbar|reverse|transition"
              + "|volume|zoompan|loop)|b_gen_fill|f_(?:mp4|webm|ogv|mp3|auto:video|mov)"
              + "|(?:ac|af|br|dl|du|eo|fps|ki|so|sp|vc|vs)_|fn_|l_video|l_audio|l_subtitles|fl_(?:splice|waveform|mono))");

  /** What only a model finds, and filters whose curves nobody publishes: they stay reported. */
  private static final Pattern UNDEFINED =
      Pattern.compile("[/,](?:e_art|g_(?:auto:)?(?:ocr_text|cat|microwave|left-hand))");

  @Test
  void isReadWithoutSurprises() {
    isHonoured(0.96, url -> !BEYOND.matcher(url.text()).find());
  }

  @Test
  void isHonouredAsFarAsItIsDefined() {
    isHonoured(
        0.97, url -> !BEYOND.matcher(url.text()).find() && !UNDEFINED.matcher(url.text()).find());
  }

  private static void isHonoured(double least, Predicate<RealUrl> counts) {
    Map<String, Integer> reasons = new TreeMap<>();
    int images = 0;
    int honoured = 0;
    for (RealUrl url : RealUrl.all()) {
      Outcome outcome = read(url);
      if (outcome.counts() && counts.test(url)) {
        images++;
        honoured += outcome.ignored().isEmpty() ? 1 : 0;
        outcome.ignored().forEach(raw -> reasons.merge(raw, 1, Integer::sum));
      }
    }

    assertThat((double) honoured / images)
        .as("share of %d URLs of pictures that are honoured in full; not: %s", images, reasons)
        .isGreaterThanOrEqualTo(least);
  }

  private static Outcome read(RealUrl url) {
    Clouds clouds = url.shared() ? new Clouds.Any() : new Clouds.None();
    CloudinaryDialect dialect =
        new CloudinaryDialect(
            new CloudinarySettings(clouds, true, Map.of(), false, false, Set.of()));
    try {
      DeliveryRequest read = dialect.parse(new RawRequest(url.path(), url.query()));
      boolean picture =
          !(read.source() instanceof SourceRef.Asset asset && asset.type() != AssetType.IMAGE);
      return new Outcome(picture, read.ignored().stream().map(Ignored::raw).toList());
    } catch (FaultException refused) {
      boolean expected =
          refused.fault() instanceof Fault.UnknownTransformation
              || refused.fault() instanceof Fault.SourceNotFound
              || refused.fault() instanceof Fault.MalformedUrl
              || url.text().contains("_faces");
      assertThat(expected).as("%s: %s", url, refused.fault()).isTrue();
      return new Outcome(false, List.of());
    }
  }

  /** How a URL was read. */
  private record Outcome(boolean counts, List<String> ignored) {}
}
