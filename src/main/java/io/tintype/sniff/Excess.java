package io.tintype.sniff;

/**
 * Why a source is not given to a decoder, although its size is fine.
 *
 * @param limit short name of what is exceeded
 * @param message one sentence for the client, with the number that is allowed
 */
public record Excess(String limit, String message) {
  static Excess ofParts() {
    return new Excess("parts", "The source consists of more parts than any picture needs.");
  }
}
