#!/usr/bin/env bash
# What `make test-web` needs: LibreOffice, poppler, Chromium, node with npm, and two packages of npm.
# Installs what is missing where that takes no questions (as root, with apt-get); else names it and fails.
# With --here it installs nothing: the gate tests what is there, and waits for no download.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
have() { command -v "$1" >/dev/null 2>&1; }
have soffice || missing+=(libreoffice-calc)
have pdftotext || missing+=(poppler-utils)
have chromium || have chromium-browser || have google-chrome || have google-chrome-stable || missing+=(chromium)
have node || missing+=(nodejs)
have npm || missing+=(npm)
{ have fc-list && fc-list | grep -qi carlito; } || missing+=(fontconfig fonts-crosextra-carlito)

if [ ${#missing[@]} -gt 0 ]; then
  if [ "${1:-}" != --here ] && have apt-get && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || missing+=("")
  fi
  if ! { have soffice && have pdftotext && have node && have npm; } ||
     ! { have chromium || have chromium-browser || have google-chrome || have google-chrome-stable; }; then
    echo "make test-web needs programs that are not here: ${missing[*]}" >&2
    echo "On Debian and Ubuntu: sudo apt install ${missing[*]}" >&2
    echo "On macOS: brew install --cask libreoffice chromium font-carlito; brew install poppler node" >&2
    exit 1
  fi
fi

if [ "${1:-}" = --here ] && [ ! -e webtests/node_modules/.ready ]; then
  echo "make test-web fetches two packages of npm the first time." >&2
  exit 1
fi
if [ ! -e webtests/node_modules/.ready ] || [ webtests/package.json -nt webtests/node_modules/.ready ]; then
  npm install --prefix webtests --no-package-lock --ignore-scripts --no-audit --no-fund --silent
  touch webtests/node_modules/.ready
fi
