package io.tintype.dialect.imagekit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.dialect.Param;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveryParamIsCoveredTest {
  private static final Pattern ROW =
      Pattern.compile("\\| ((?:`[^`]+` )+)\\| (yes|later|gone) \\|.*");
  private static final Pattern KEY = Pattern.compile("`([^`]+)`");

  @Test
  void documentationSaysOfEveryParameterHowFarItIsHonoured() throws Exception {
    Map<String, String> inCode = new TreeMap<>();
    params().forEach(param -> inCode.put(param.name(), word(param.support())));
    inCode.put(NamedTransformations.KEY, "yes");

    assertThat(documented("## Parameters")).isEqualTo(inCode);
  }

  @Test
  void reportsWhatIsDocumentedOfLayersWithTheirLayer() throws Exception {
    for (String key : documented("## Parameters of layers").keySet()) {
      String block = "l-image," + key + "-1,l-end";

      assertThat(ImageKitCases.read("tr:" + block + "/img.jpg"))
          .isEqualTo("none -> auto ; ignored: " + block + " is not supported yet");
    }
  }

  @Test
  void everySupportedParameterHasAcceptedAndRefusedCases() throws Exception {
    List<String> lines = ImageKitTableTest.lines();
    for (Param<?> param : params().toList()) {
      if (param.support() == Param.Support.SUPPORTED) {
        String item = "[:,=]" + param.name() + "-[^⇒]*⇒ ";

        assertThat(lines).as(param.name()).anyMatch(line -> has(line, item + "(?!.*ignored).*"));
        assertThat(lines)
            .as(param.name())
            .anyMatch(line -> has(line, item + ".*[: ]" + param.name() + "-.* is .*"));
      }
    }
  }

  private static boolean has(String line, String regex) {
    return Pattern.compile(regex).matcher(line).find();
  }

  private static Stream<Param<?>> params() {
    return Stream.concat(Params.STEP.all().stream(), Params.OUTPUT.all().stream());
  }

  private static String word(Param.Support support) {
    return switch (support) {
      case SUPPORTED -> "yes";
      case LATER -> "later";
      case REMOVED -> "gone";
    };
  }

  private static Map<String, String> documented(String heading) throws IOException {
    Map<String, String> found = new TreeMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("docs/imagekit.md"))) {
      inside = line.startsWith("## ") ? line.equals(heading) : inside;
      var row = ROW.matcher(line.replaceFirst("(\\| later) \\|$", "$1 | |"));
      if (inside && row.matches()) {
        KEY.matcher(row.group(1)).results().forEach(key -> found.put(key.group(1), row.group(2)));
      }
    }
    return found;
  }
}
