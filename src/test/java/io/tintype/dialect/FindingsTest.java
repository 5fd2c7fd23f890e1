package io.tintype.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Fault.InvalidArgument BAD_WIDTH =
      new Fault.InvalidArgument("w", "x", "a number");

  @Test
  void tellsInUrlOrder() {
    Findings findings = new Findings();
    findings.unsupported(5, "bl-1", "is not supported yet");
    findings.moot(1, "ar-1-1", "is of no effect");
    findings.invalid(3, "w-x", BAD_WIDTH);

    assertThat(findings.ignored())
        .containsExactly(
            new Ignored("ar-1-1", "is of no effect"),
            new Ignored("w-x", "is not a number"),
            new Ignored("bl-1", "is not supported yet"));
  }

  @Test
  void refusesTheFirstThatCanBeRefused() {
    Findings findings = new Findings();
    findings.unsupported(5, "bl-1", "is not supported yet");
    findings.moot(1, "ar-1-1", "is of no effect");
    findings.invalid(3, "w-x", BAD_WIDTH);

    assertThatThrownBy(findings::refuse)
        .isInstanceOfSatisfying(
            FaultException.class, refused -> assertThat(refused.fault()).isEqualTo(BAD_WIDTH));
  }

  @Test
  void neverRefusesWhatHasOnlyNothingToDo() {
    Findings findings = new Findings();
    findings.moot(1, "ar-1-1", "is of no effect");

    assertThatCode(findings::refuse).doesNotThrowAnyException();
    assertThat(findings.refusals()).isEqualTo(List.of());
  }
}
