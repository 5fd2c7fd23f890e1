package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ParamTableTest {
  private static final Param<StringBuilder> SIGN =
      Param.named("sign").taking(Values.flag()).sets(StringBuilder::append);
  private static final Param<StringBuilder> SOON = Param.named("soon").later();

  @Test
  void findsParametersByName() {
    ParamTable<StringBuilder> table = new ParamTable<>(List.of(SIGN), List.of(SOON));

    assertThat(table.find("sign")).contains(SIGN);
    assertThat(table.find("Sign")).isEmpty();
    assertThat(table.all()).containsExactly(SIGN, SOON);
  }

  @Test
  void refusesANameThatComesTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ParamTable<>(List.of(SIGN), List.of(SOON, SIGN)));
  }

  @Test
  void readsAValueAsSomethingToDo() {
    StringBuilder draft = new StringBuilder();

    if (SIGN.reader().read("true") instanceof Reading.Value<Consumer<StringBuilder>>(var effect)) {
      effect.accept(draft);
    }

    assertThat(draft).hasToString("true");
    assertThat(SOON.reader().read("1")).isEqualTo(new Reading.Unsupported<>(ValueReader.NOT_YET));
  }
}
