package io.tintype.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients say of their screen and connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HintsTest {
  private final FakeGateway gateway = new FakeGateway();

  @BeforeAll
  void putSource() {
    gateway.fetch.image("a.jpg", "a");
  }

  @AfterAll
  void givesEverythingBack() {
    gateway.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-CH-DPR, 2, 2",
    "DPR, 1.5, 1.5",
    "Sec-CH-DPR, 0.1, 0.1",
    "Sec-CH-DPR, 10, 10",
    "Sec-CH-DPR, 10.01, ''",
    "Sec-CH-DPR, 0.09, ''",
    "Sec-CH-DPR, 0, ''",
    "Sec-CH-DPR, -2, ''",
    "Sec-CH-DPR, 2e0, ''",
    "Sec-CH-DPR, NaN, ''",
    "Sec-CH-DPR, '2, 3', ''",
    "Sec-CH-DPR, 0x2, ''",
  })
  void readsPixelRatios(String name, String value, String understood) {
    HttpResponse<String> answer = gateway.get("/main/a.jpg?dpr-auto", name, value);

    assertThat(answer.body())
        .isEqualTo(
            understood.isEmpty() ? "a v1 none -> auto" : "a v1 blur(" + understood + ") -> auto");
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-CH-Width, 1, 1",
    "Width, 640, 640",
    "Sec-CH-Width, 65535, 65535",
    "Sec-CH-Width, 65536, ''",
    "Sec-CH-Width, 0, ''",
    "Sec-CH-Width, -1, ''",
    "Sec-CH-Width, 10.5, ''",
    "Sec-CH-Width, 999999999999, ''",
    "Sec-CH-Width, wide, ''",
  })
  void readsWidths(String name, String value, String understood) {
    HttpResponse<String> answer = gateway.get("/main/a.jpg?w-auto", name, value);

    assertThat(answer.body())
        .isEqualTo(
            understood.isEmpty()
                ? "a v1 none -> auto"
                : "a v1 resize(inside," + understood + ",auto,center) -> auto");
  }

  @Test
  void prefersTheNewNamesAndFallsBackToTheOld() {
    assertThat(gateway.get("/main/a.jpg?dpr-auto", "Sec-CH-DPR", "3", "DPR", "2").body())
        .contains("blur(3)");
    assertThat(gateway.get("/main/a.jpg?dpr-auto", "Sec-CH-DPR", "junk", "DPR", "2").body())
        .contains("blur(2)");
  }

  @Test
  void tellsWhatThePictureFollowsFrom() {
    HttpResponse<String> width =
        gateway.get("/main/a.jpg?w-auto", "Sec-CH-Width", "300", "Sec-CH-DPR", "2.8301");
    HttpResponse<String> ratio = gateway.get("/main/a.jpg?dpr-auto&f-png");
    HttpResponse<String> none = gateway.get("/main/a.jpg?f-png", "Sec-CH-DPR", "2");

    assertThat(header(width, "Vary")).isEqualTo("Accept, Sec-CH-DPR, DPR, Sec-CH-Width, Width");
    assertThat(header(width, "Content-DPR")).isEqualTo("2.83");
    assertThat(header(width, "Accept-CH")).isEqualTo("Sec-CH-DPR, Sec-CH-Width, DPR, Width");
    assertThat(header(ratio, "Vary")).isEqualTo("Sec-CH-DPR, DPR");
    assertThat(header(ratio, "Accept-CH")).isNotEmpty();
    assertThat(ratio.headers().firstValue("Content-DPR")).isEmpty();
    assertThat(none.headers().firstValue("Vary")).isEmpty();
    assertThat(none.headers().firstValue("Accept-CH")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.005, 1.01", "2, 2.00", "2.835, 2.84", "0.994, 0.99"})
  void roundsTheStatedRatioHalfUp(String ratio, String stated) {
    HttpResponse<String> answer =
        gateway.get("/main/a.jpg?w-auto", "Sec-CH-Width", "300", "Sec-CH-DPR", ratio);

    assertThat(header(answer, "Content-DPR")).isEqualTo(stated);
  }

  @Test
  void saysTheSameWhenNothingIsModified() {
    String etag = header(gateway.get("/main/a.jpg?w-auto", "Width", "20", "DPR", "1"), "ETag");

    HttpResponse<String> same =
        gateway.get("/main/a.jpg?w-auto", "Width", "20", "DPR", "2", "If-None-Match", etag);

    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(header(same, "Content-DPR")).isEqualTo("2.00");
    assertThat(header(same, "Vary")).contains("Sec-CH-Width");
    assertThat(header(same, "Accept-CH")).isNotEmpty();
  }

  @Test
  void savesDataOnlyWhereTheEndpointLetsItsClientsWishSo() {
    HttpResponse<String> usual = gateway.get("/saving/a.jpg");
    HttpResponse<String> saving = gateway.get("/saving/a.jpg", "Save-Data", "On");
    HttpResponse<String> off = gateway.get("/saving/a.jpg", "Save-Data", "off");
    gateway.get("/main/a.jpg");
    HttpResponse<String> deaf = gateway.get("/main/a.jpg", "Save-Data", "on");

    assertThat(header(usual, "Vary")).isEqualTo("Accept, Save-Data");
    assertThat(header(saving, "x-tintype-cache")).isEqualTo("miss");
    assertThat(header(off, "x-tintype-cache")).isEqualTo("memory");
    assertThat(header(deaf, "Vary")).isEqualTo("Accept");
    assertThat(header(deaf, "x-tintype-cache")).isEqualTo("memory");
    List<Integer> qualities = new ArrayList<>();
    gateway.transform.requests().stream()
        .filter(request -> request.rules().dataSaver())
        .forEach(request -> qualities.add(request.rules().quality().standard().percent()));
    assertThat(qualities).containsExactly(80, 60);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
