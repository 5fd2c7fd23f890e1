#!/bin/sh
# Builds the jar twice, from nothing but what npm and Maven have fetched already, and compares.
#
# usage: src/build/reproducible.sh     exits with 0 if both jars are the same, byte by byte
set -eu
cd "$(dirname "$0")/../.."

build() {
  rm -rf target/classes target/generated-sources target/maven-status target/maven-archiver \
    target/sbom target/tintype.jar
  mvn -q -B -ntp package -Dmaven.test.skip=true
  sha256sum <target/tintype.jar
}

first=$(build)
second=$(build)
echo "$first"
[ "$first" = "$second" ] || {
  echo "the second build made another jar: $second" >&2
  exit 1
}
