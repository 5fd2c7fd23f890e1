package io.tintype.settings;

import io.tintype.config.Key;
import io.tintype.config.Secret;
import io.tintype.config.Values;
import java.net.URI;
import java.util.List;

/** The keys about a second vendor's URLs; part of an endpoint's. */
final class RewriterKeys {
  /** The meaning that ImageKit's translation gives to a URL. */
  static final String TRANSLATED = "imagekit";

  static final Key<String> REWRITER =
      Key.of(
          "rewriter",
          Values.oneOf("cloudinary"),
          "Reads the URLs of this vendor, next to ImageKit's: [cloudinary.md](cloudinary.md).");

  static final Key<String> CLOUD =
      Key.of(
          "cloud",
          Values.text("cloud name", "a cloud name, or *", "\\*|[A-Za-z0-9_-]{2,128}"),
          "The segment behind the prefix: `*` = any cloud, a name = exactly that one; absent = none"
              + " is there.");

  static final Key<String> SEMANTICS =
      Key.of(
              "semantics",
              Values.oneOf("cloudinary", TRANSLATED),
              "What the parameters mean: what Cloudinary means by them, or what ImageKit's"
                  + " translation makes of them, for those who come from there.")
          .orElse("cloudinary");

  static final Key<Boolean> KEEP_TYPES =
      Key.of(
              "keepAssetAndDeliveryTypes",
              Values.FLAG,
              "Whether origins that mirror paths have `image/upload/` in theirs. Backup buckets and"
                  + " Cloudinary itself always have.")
          .orElse("true");

  static final Key<List<String>> FOLDERS =
      Key.of(
              "folders",
              Values.listOf(Values.TEXT),
              "Names of first folders that look like transformations and are none, such as"
                  + " `b_photos`.")
          .orElse("");

  static final Key<URI> OLD_VENDOR =
      Key.of(
          "oldVendor",
          Values.BASE_URL,
          "Base URL that `unsupported: fallthrough` asks, up to the cloud, such as"
              + " `https://res.cloudinary.com/acme`: it gets the path of the URL as it is.");

  static final Key<List<Secret>> SECRETS =
      Key.of(
              "cloudinarySecrets",
              Values.listOf(Values.SECRET),
              "API secrets that signatures in paths (`s--…--`) are checked with, by SHA-1 and"
                  + " SHA-256. Without secrets, signatures are accepted unchecked and counted.")
          .orElse("");

  static final Key<List<Secret>> TOKEN_KEYS =
      Key.of(
              "authTokenKeys",
              Values.listOf(Values.SECRET),
              "Keys, in hexadecimal, that authentication tokens (`__cld_token__`, in the query or a"
                  + " cookie) are checked with; several during a rotation. A token opens what a"
                  + " signature would.")
          .orElse("");

  static final Key<String> STRICT =
      Key.of(
              "strictTransformations",
              Values.oneOf("open", "signed-or-named", "allow-list"),
              "Which transformations are made: any; those of signed URLs and those that one of"
                  + " `transformations` stands for; or the latter alone. Others answer 401. The"
                  + " format of the result is free.")
          .orElse("open");

  private RewriterKeys() {}
}
