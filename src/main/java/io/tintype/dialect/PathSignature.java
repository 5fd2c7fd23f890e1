package io.tintype.dialect;

import java.util.List;

/**
 * The signature of a URL in Cloudinary's manner, as the path has it; nothing of it has been
 * checked.
 *
 * @param hash 8 or 32 characters of base64url
 * @param messages what it may stand for, not decoded: components and public id, without and with
 *     the version in between
 */
public record PathSignature(String hash, List<String> messages) implements Seal {
  public PathSignature {
    messages = List.copyOf(messages);
  }
}
