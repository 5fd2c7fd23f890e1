#!/bin/sh
# Installs the locked npm packages of SOURCE into TARGET, and does nothing when TARGET already
# holds exactly that lock file.
#
# usage: npm-install.sh SOURCE TARGET [SKIP]     (SKIP containing "true" turns it off)
set -eu

source=$1
target=$2
case ${3:-} in *true*) exit 0 ;; esac

if [ -f "$target/node_modules/.package-lock.json" ] &&
  cmp -s "$source/package.json" "$target/package.json" &&
  cmp -s "$source/package-lock.json" "$target/package-lock.json"; then
  exit 0
fi

if ! command -v npm >/dev/null 2>&1; then
  echo "npm was not found. The build fetches prebuilt libvips libraries and fonts with it:" \
    "install Node.js 20.9 or newer, which brings npm." >&2
  exit 1
fi

mkdir -p "$target"
rm -rf "$target/node_modules"
cp "$source/package.json" "$source/package-lock.json" "$target/"
cd "$target"
npm ci --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null

# npm leaves an optional package out silently when this platform has none.
if ! ls -d node_modules/@img/sharp-libvips-* >/dev/null 2>&1; then
  rm -rf node_modules
  echo "No prebuilt libvips was installed: there is none for this operating system and" \
    "processor, or npm could not fetch it or was told to omit optional packages." >&2
  exit 1
fi

# Of every family of fonts the faces that text can ask for are enough, and pictures of them are not.
if [ -d node_modules/@expo-google-fonts ]; then
  find node_modules/@expo-google-fonts -type f ! -name '*_400Regular.ttf' \
    ! -name '*_400Regular_Italic.ttf' ! -name '*_700Bold.ttf' ! -name '*_700Bold_Italic.ttf' \
    ! -name 'LICENSE*' ! -name 'README*' ! -name package.json -exec rm {} +
  find node_modules/@expo-google-fonts -type d -empty -delete
fi
