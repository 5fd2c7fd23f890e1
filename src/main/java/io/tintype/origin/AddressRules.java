package io.tintype.origin;

import java.net.InetAddress;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The addresses that may be connected to besides public ones: {@code network.allow}. */
public record AddressRules(List<Rule> rules) {
  /** Public addresses only. */
  public static final AddressRules NONE = new AddressRules(List.of());

  /** Where clouds tell a machine, or a container of one, its credentials, over IPv4 and IPv6. */
  private static final List<InetAddress> METADATA =
      Stream.of("169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2::254")
          .map(InetAddress::ofLiteral)
          .toList();

  /** Bits of the largest network anybody has. */
  private static final int LARGEST = 7;

  private static final int METADATA_PORT = 80;
  private static final int MAX_PORT = 65_535;
  private static final String EXPECTED =
      "expected a network like 10.20.0.0/16, 127.0.0.1/32:9000 or [::1]/128:9000";
  private static final Pattern IPV4 =
      Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?:/([0-9]{1,3}))?(?::([0-9]{1,5}))?");
  private static final Pattern BRACKETED =
      Pattern.compile("\\[([0-9a-fA-F:.]+)](?:/([0-9]{1,3}))?(?::([0-9]{1,5}))?");
  private static final Pattern IPV6 =
      Pattern.compile("([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3})(?::([0-9]{1,5}))?)?");

  public AddressRules {
    rules = List.copyOf(rules);
  }

  /**
   * One opened network.
   *
   * @param port the one port that is opened; empty = all
   */
  public record Rule(InetAddress network, int bits, OptionalInt port) {
    public Rule {
      new AddressRange(network, bits);
    }

    /** Whether it opens all there is, or addresses where clouds tell a machine its credentials. */
    public boolean opensMetadata() {
      return bits < LARGEST
          || METADATA.stream().anyMatch(address -> covers(address, METADATA_PORT));
    }

    boolean covers(InetAddress address, int wantedPort) {
      return new AddressRange(network, bits).contains(address)
          && (port.isEmpty() || port.getAsInt() == wantedPort);
    }
  }

  /** What came of reading a rule. */
  public sealed interface Reading {
    /** The text is a rule. */
    record Understood(Rule rule) implements Reading {}

    /** The text is none; the sentence says what was expected. */
    record Problem(String sentence) implements Reading {}
  }

  /**
   * Reads {@code address[/bits][:port]}; without bits the one address is meant. IPv6 addresses with
   * a port stand in brackets or have bits. Names are no rules: their addresses may change.
   */
  public static Reading parse(String text) {
    for (Pattern form : List.of(IPV4, BRACKETED, IPV6)) {
      Matcher matcher = form.matcher(text.strip());
      if (matcher.matches()) {
        return read(matcher.group(1), matcher.group(2), matcher.group(3));
      }
    }
    return new Reading.Problem(EXPECTED);
  }

  /** Whether a rule opens this address and port. */
  public boolean allow(InetAddress address, int port) {
    return rules.stream().anyMatch(rule -> rule.covers(address, port));
  }

  private static Reading read(String literal, @Nullable String bits, @Nullable String port) {
    InetAddress network;
    try {
      network = InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException noAddress) {
      return new Reading.Problem(EXPECTED);
    }
    int all = network.getAddress().length * Byte.SIZE;
    int length = bits == null ? all : Integer.parseInt(bits);
    if (length > all) {
      return new Reading.Problem("expected at most " + all + " bits after the slash");
    }
    if (port == null) {
      return new Reading.Understood(new Rule(network, length, OptionalInt.empty()));
    }
    int number = Integer.parseInt(port);
    if (number == 0 || number > MAX_PORT) {
      return new Reading.Problem("expected a port from 1 to " + MAX_PORT);
    }
    return new Reading.Understood(new Rule(network, length, OptionalInt.of(number)));
  }
}
