package io.tintype.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrkTest {
  private static final String OUTPUT =
      """
      Running 5s test @ http://127.0.0.1:8080/a.jpg
        2 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     1.02ms  800.00us  25.30ms   92.10%
          Req/Sec    30.52k     2.10k   35.00k    70.00%
        Latency Distribution
           50%  550.00us
           75%    1.10ms
           90%    2.20ms
           99%    1.54s
        305201 requests in 5.03s, 8.90GB read
        Socket errors: connect 0, read 2, write 0, timeout 1
        Non-2xx or 3xx responses: 7
      Requests/sec:  60675.15
      Transfer/sec:      1.77GB
      """;

  @Test
  void readsWhatItPrints() {
    assertThat(Wrk.read(OUTPUT)).isEqualTo(new Wrk(305_201, 60_675.15, 0.55, 1540, 10));
  }
}
