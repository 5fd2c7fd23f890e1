package io.tintype;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.Capacity.Machine;
import io.tintype.plan.LoadShrink;
import io.tintype.settings.GatewayConfig;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final long GIB = 1L << 30;
  private static final GatewayConfig.Render UNSET =
      new GatewayConfig.Render(
          OptionalInt.empty(), 256, OptionalLong.empty(), LoadShrink.USUAL, Optional.empty());

  @Test
  void followsTheMachineWhereNothingIsSet() {
    Capacity large = Capacity.of(UNSET, new Machine(16, 64 * GIB, 4 * GIB));

    assertThat(large.eventLoops()).isEqualTo(8);
    assertThat(large.transform().threads()).isEqualTo(17);
    assertThat(large.transform().memoryBudget()).isEqualTo(17 * GIB / 4);
    assertThat(large.sourceBytes()).isEqualTo(3 * GIB);
  }

  @Test
  void leavesRoomForOneLargestSourceOnASmallMachine() {
    Capacity small = Capacity.of(UNSET, new Machine(1, GIB, GIB / 4));

    assertThat(small.eventLoops()).isEqualTo(1);
    assertThat(small.transform().threads()).isEqualTo(2);
    assertThat(small.transform().memoryBudget()).isGreaterThanOrEqualTo(600_000_000L);
  }

  @Test
  void obeysTheConfiguration() {
    GatewayConfig.Render render =
        new GatewayConfig.Render(
            OptionalInt.of(5), 7, OptionalLong.of(2 * GIB), LoadShrink.USUAL, Optional.empty());

    Capacity capacity = Capacity.of(render, new Machine(2, 8 * GIB, GIB));

    assertThat(capacity.transform().threads()).isEqualTo(5);
    assertThat(capacity.transform().maxQueued()).isEqualTo(7);
    assertThat(capacity.transform().memoryBudget()).isEqualTo(2 * GIB);
  }
}
