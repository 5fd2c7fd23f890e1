package io.tintype.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.tintype.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginIdentityTest {
  private static final OriginId ID = new OriginId("a");

  @Test
  void tellsStoresApart() {
    Set<String> identities =
        Stream.of(
                folder("/one"),
                folder("/two"),
                web("https://one.example", Map.of()),
                web("https://two.example", Map.of()),
                web("https://two.example", Map.of("x-tenant", "2")),
                bucket("one", "", "eu-west-1", "k"),
                bucket("two", "", "eu-west-1", "k"),
                bucket("two", "a/", "eu-west-1", "k"),
                bucket("two", "a/", "us-east-1", "k"))
            .map(OriginIdentity::of)
            .collect(Collectors.toSet());

    assertThat(identities).hasSize(9).allMatch(text -> text.matches("a=[0-9a-f]{24}"));
  }

  @Test
  void isTheSameWithOtherKeys() {
    assertThat(OriginIdentity.of(bucket("one", "", "eu-west-1", "old")))
        .isEqualTo(OriginIdentity.of(bucket("one", "", "eu-west-1", "new")));
  }

  private static OriginConfig folder(String path) {
    return new OriginConfig.Folder(ID, Optional.empty(), Path.of(path));
  }

  private static OriginConfig web(String url, Map<String, String> headers) {
    return new OriginConfig.WebServer(
        ID,
        Optional.empty(),
        URI.create(url),
        false,
        headers,
        OriginConfig.FOCUS_HEADER,
        OriginConfig.Timeouts.DEFAULT);
  }

  private static OriginConfig bucket(String name, String folder, String region, String key) {
    return new OriginConfig.S3(
        ID,
        Optional.empty(),
        new OriginConfig.Bucket(
            name,
            folder,
            region,
            Optional.empty(),
            false,
            false,
            OriginConfig.Bucket.FOCUS_HEADER,
            Optional.of(new OriginConfig.Keys(key, new Secret(key), Optional.empty()))),
        new OriginConfig.Timeouts(Duration.ofSeconds(key.length()), Duration.ofSeconds(9)));
  }
}
