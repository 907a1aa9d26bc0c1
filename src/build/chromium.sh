#!/bin/sh
# Prints the path of a Chromium that runs: the machine's own, else Playwright's, else Debian's package where it may be installed.
# Never a silent skip: without a browser it says so and fails.
set -eu

runs() { [ -n "$1" ] && [ -x "$1" ] && "$1" --version >/dev/null 2>&1; }

on_path() {
  for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
    found=$(command -v "$name" 2>/dev/null) || continue
    if runs "$found"; then echo "$found"; return 0; fi
  done
  mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  if runs "$mac"; then echo "$mac"; return 0; fi
  return 1
}

from_playwright() {
  for found in "${PLAYWRIGHT_BROWSERS_PATH:-$HOME/.cache/ms-playwright}"/chromium-*/chrome-linux*/chrome \
    "$HOME"/Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium; do
    if runs "$found"; then echo "$found"; return 0; fi
  done
  return 1
}

download() {
  echo "No Chromium on this machine: trying Playwright's download..." >&2
  mkdir -p target
  ./mvnw -B -q org.apache.maven.plugins:maven-dependency-plugin:build-classpath -DincludeScope=test \
    -Dmdep.outputFile=target/test-classpath.txt >&2 || return 1
  limit=
  if command -v timeout >/dev/null 2>&1; then limit="timeout 300"; fi
  $limit "$JAVA_HOME/bin/java" -cp "$(cat target/test-classpath.txt)" com.microsoft.playwright.CLI install chromium >&2
}

install_package() {
  command -v apt-get >/dev/null 2>&1 || return 1
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
  else
    return 1
  fi
  echo "Installing the package chromium..." >&2
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || true
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >&2
}

if [ -n "${STARTEX_TEST_CHROMIUM:-}" ]; then
  if runs "$STARTEX_TEST_CHROMIUM"; then echo "$STARTEX_TEST_CHROMIUM"; exit 0; fi
  echo "STARTEX_TEST_CHROMIUM is $STARTEX_TEST_CHROMIUM, which does not run." >&2
  exit 1
fi
on_path && exit 0
from_playwright && exit 0
if download; then from_playwright && exit 0; fi
if install_package; then on_path && exit 0; fi
echo "The browser tests need a Chromium, and none could be had. Install chromium or google-chrome, or name one with STARTEX_TEST_CHROMIUM." >&2
exit 1
