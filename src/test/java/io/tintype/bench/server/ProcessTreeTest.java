package io.tintype.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  @Test
  void addsTimesOfTheProcessAndItsEndedChildren() {
    String stat = "4711 (a (strange) name) S 1 4711 4711 0 -1 4194560 9 8 7 6 150 25 10 5 20 0 3";

    assertThat(ProcessTree.seconds(stat)).isEqualTo(1.9);
  }

  @Test
  void readsMemoryByName() {
    String status = "Name:\tjava\nVmHWM:\t  409600 kB\nVmRSS:\t  102400 kB\n";

    assertThat(ProcessTree.mebibytes(status, "VmHWM:")).isEqualTo(400);
    assertThat(ProcessTree.mebibytes(status, "VmRSS:")).isEqualTo(100);
    assertThat(ProcessTree.mebibytes("Name:\tkthreadd\n", "VmRSS:")).isZero();
  }

  @Test
  void seesThisProcess() {
    ProcessTree tree = new ProcessTree(ProcessHandle.current());

    assertThat(tree.cpuSeconds()).isPositive();
    assertThat(tree.residentMiB()).isPositive().isLessThanOrEqualTo(tree.peakMiB());
  }
}
