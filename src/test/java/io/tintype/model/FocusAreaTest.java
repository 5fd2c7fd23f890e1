package io.tintype.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FocusAreaTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"10,20,30,40 | 10,20,30,40", "' 0, 0 ,1,\t1 ' | 0,0,1,1", "007,1,2,3 | 7,1,2,3"})
  void readsWhatIsStored(String text, String area) {
    assertThat(FocusArea.parse(text).map(FocusArea::text)).contains(area);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10,20,30",
        "10,20,30,40,50",
        "10;20;30;40",
        "-1,0,10,10",
        "0,0,0,10",
        "0,0,10,0",
        "1.5,0,10,10",
        "1 0,0,10,10",
        "0,0,10,9999999999",
        "x,y,w,h",
        "١,٢,٣,٤"
      })
  void takesNothingElseForAnArea(String text) {
    assertThat(FocusArea.parse(text)).isEmpty();
  }
}
