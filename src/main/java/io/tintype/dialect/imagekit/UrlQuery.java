package io.tintype.dialect.imagekit;

import io.tintype.dialect.RawText;
import io.tintype.dialect.Seal;
import io.tintype.dialect.Signature;
import io.tintype.fault.Fault;
import io.tintype.fault.FaultException;
import io.tintype.model.PercentEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The query, sorted by who it is for.
 *
 * @param chains percent-decoded values of {@code tr}, in order; {@code +} stays {@code +}
 * @param forwarded raw pairs that web origins get: all but {@code tr} and {@code ik-…}
 * @param cacheKey raw pairs that tell results apart: all but {@code tr}, {@code ik-s} and {@code
 *     ik-t}
 * @param options the {@code ik-…} pairs
 */
record UrlQuery(List<String> chains, String forwarded, String cacheKey, List<Option> options) {
  private static final String CHAIN = "tr";
  private static final String OWN = "ik-";

  UrlQuery {
    chains = List.copyOf(chains);
    options = List.copyOf(options);
  }

  /** One {@code ik-…} pair, percent-decoded. */
  record Option(String name, String value) {}

  /** Reads an undecoded query without {@code ?}. */
  static UrlQuery of(String rawQuery) {
    List<String> chains = new ArrayList<>();
    List<String> forwarded = new ArrayList<>();
    List<String> cacheKey = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String rawName = equals < 0 ? pair : pair.substring(0, equals);
      String rawValue = equals < 0 ? "" : pair.substring(equals + 1);
      String name = PercentEncoding.decode(rawName).orElse(rawName);
      if (name.equals(CHAIN)) {
        chains.add(RawText.decode(rawValue));
        continue;
      }
      if (!name.equals(Signature.HASH) && !name.equals(Signature.EXPIRY) && !pair.isEmpty()) {
        cacheKey.add(pair);
      }
      if (name.startsWith(OWN)) {
        options.add(new Option(name, RawText.decode(rawValue)));
      } else if (!pair.isEmpty()) {
        forwarded.add(PercentEncoding.repairQuery(pair));
      }
    }
    return new UrlQuery(chains, String.join("&", forwarded), String.join("&", cacheKey), options);
  }

  /**
   * The signature; an expiry alone is none.
   *
   * @throws FaultException if it is there several times: what one reader checks another may not
   */
  Optional<Seal> seal() {
    if (isRepeated(Signature.HASH) || isRepeated(Signature.EXPIRY)) {
      throw new FaultException(new Fault.SignatureRefused(Fault.SignatureRefused.Reason.MALFORMED));
    }
    return option(Signature.HASH).map(hash -> new Signature(hash, option(Signature.EXPIRY)));
  }

  private boolean isRepeated(String name) {
    return options.stream().filter(option -> option.name().equals(name)).count() > 1;
  }

  /** The value of an option; the last one, if it is there several times. */
  Optional<String> option(String name) {
    for (int i = options.size() - 1; i >= 0; i--) {
      if (options.get(i).name().equals(name)) {
        return Optional.of(options.get(i).value());
      }
    }
    return Optional.empty();
  }
}
