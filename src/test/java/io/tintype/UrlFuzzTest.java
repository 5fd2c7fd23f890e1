package io.tintype;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.tintype.config.ConfigTexts;
import io.tintype.dialect.DeliveryRequest;
import io.tintype.dialect.RawRequest;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.Accepts;
import io.tintype.model.Color;
import io.tintype.model.ImageFormat;
import io.tintype.plan.Dimensions;
import io.tintype.plan.Material;
import io.tintype.plan.PlannedText;
import io.tintype.plan.Planner;
import io.tintype.plan.Probe;
import io.tintype.plan.Progress;
import io.tintype.plan.Region;
import io.tintype.plan.RenderPlan;
import io.tintype.plan.SourceHeader;
import io.tintype.routing.Endpoints;
import io.tintype.settings.ConfigReader;
import io.tintype.settings.ConfigResult;
import io.tintype.testing.UrlMutations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the path of a request to the plan: only faults come out, and no plan exceeds its limits. */
class UrlFuzzTest {
  private static final long SEED = 20_260_102;
  private static final int MUTATIONS = 1_000;

  private static final SourceHeader HEADER =
      new SourceHeader(ImageFormat.JPEG, 640, 480, 1, false, 1, OptionalInt.empty());

  private static final Endpoints ENDPOINTS =
      endpoints(
          """
          origins: { files: { type: folder, path: "." } }
          endpoints:
            shop: { path: /shop, origins: [files], legacyOverlays: true }
            strict: { path: /strict, origins: [files], unsupported: strict }
            cloud: { path: /cloud, origins: [files], rewriter: cloudinary }
            vendor: { path: /vendor, origins: [files], rewriter: cloudinary, semantics: imagekit }
            sized: { path: /sized, origins: [files], limits: { widths: [90, 900], snapSizes: true } }
          transformations: { small: "w-12", big: "cloudinary:w_24" }
          """);

  @FuzzTest
  void readsAndPlansAnyPath(byte[] data) {
    plan("/" + new String(data, StandardCharsets.ISO_8859_1));
  }

  @Test
  void readsAndPlansUrlsThatWereTamperedWith() throws IOException {
    String[][] places = {{"/shop", "/cloud"}, {"/strict", "/vendor"}, {"/sized", "/cloud"}};
    for (String[] place : places) {
      UrlMutations mutations = UrlMutations.ofTables(place[0], place[1], SEED);
      for (int i = 0; i < MUTATIONS; i++) {
        plan(mutations.next());
      }
    }
  }

  private static void plan(String target) {
    try {
      int query = target.indexOf('?');
      String path = query < 0 ? target : target.substring(0, query);
      Endpoints.Resolved found = ENDPOINTS.resolve("", path);
      RawRequest raw = new RawRequest(found.rest(), query < 0 ? "" : target.substring(query + 1));
      DeliveryRequest read = found.endpoint().read(raw);
      RenderPlan plan =
          new Planner()
              .plan(
                  HEADER,
                  read.transformation(),
                  Accepts.ofHeader("image/avif,image/webp"),
                  found.endpoint().config().output(),
                  found.endpoint().config().limits(),
                  new Guesses());
      assertThat((long) plan.width() * plan.height())
          .as(target)
          .isBetween(1L, found.endpoint().config().limits().resultPixels());
    } catch (FaultException refused) {
      assertThat(refused.fault()).as(target).isNotInstanceOf(Fault.Internal.class);
    } catch (RuntimeException | StackOverflowError bug) {
      throw new AssertionError(target, bug);
    }
  }

  private static Endpoints endpoints(String yaml) {
    ConfigResult read = new ConfigReader(Map.of()).read(ConfigTexts.in(Path.of("."), yaml));
    return EndpointBuilder.endpoints(((ConfigResult.Fine) read).config());
  }

  /** What pixels might say. */
  private static final class Guesses implements Probe {
    @Override
    public SourceHeader header(Material.Picture layer) {
      return HEADER;
    }

    @Override
    public Region trimmed(Progress progress, int tolerance) {
      return new Region(0, 0, 1, 1);
    }

    @Override
    public Region trimmed(Progress progress, int tolerance, Color edges) {
      return new Region(0, 0, 1, 1);
    }

    @Override
    public Region attention(Progress progress, Dimensions size) {
      return new Region(0, 0, 1, 1);
    }

    @Override
    public Optional<List<Region>> objects(Progress progress, Set<String> names) {
      return Optional.empty();
    }

    @Override
    public Dimensions measure(PlannedText text) {
      return new Dimensions(30, 10);
    }
  }
}
