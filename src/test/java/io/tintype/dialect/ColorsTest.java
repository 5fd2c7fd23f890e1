package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.model.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorsTest {
  private static final String NAMES =
      """
      aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
      blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue
      cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey
      darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon
      darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet
      deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
      fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
      hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon
      lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
      lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey
      lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine
      mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue
      mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose
      moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
      palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink
      plum powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown
      seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
      springgreen steelblue tan teal thistle tomato turquoise violet wheat white
      whitesmoke yellow yellowgreen
      """;

  @Test
  void readsSixAndThreeDigits() {
    assertThat(Colors.hex("0aF410")).contains(Color.opaque(0x0a, 0xf4, 0x10));
    assertThat(Colors.hex("1aF")).contains(Color.opaque(0x11, 0xaa, 0xff));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "12", "1234", "12345", "1234567", "#123456", "ggg", "１２３"})
  void refusesEverythingElse(String digits) {
    assertThat(Colors.hex(digits)).isEmpty();
  }

  @Test
  void knowsColoursByName() {
    assertThat(Colors.named("RebeccaPurple")).isEmpty();
    assertThat(Colors.named("Tomato")).contains(Color.opaque(255, 99, 71));
    assertThat(Colors.named("grey")).isEqualTo(Colors.named("gray")).isPresent();
    assertThat(Colors.named("transparent")).contains(Color.CLEAR);
    assertThat(Colors.named("")).isEmpty();
  }

  @Test
  void knowsAllNamesOfTheStandard() {
    String[] names = NAMES.strip().split("\\s+", -1);

    // https://www.w3.org/TR/SVG11/types.html#ColorKeywords
    assertThat(names).hasSize(147).allSatisfy(name -> assertThat(Colors.named(name)).isPresent());
  }
}
