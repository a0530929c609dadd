#!/usr/bin/env bash
# Makes the pictures of docs/gallery.md anew, from `innopraktik-match demo`. Needs what `make test-web` needs.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/web_tools.sh

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
out=docs/gallery
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
mkdir -p "$out"
.venv/bin/innopraktik-match demo "$made/demo" --quiet

soffice --headless "-env:UserInstallation=file://$made/profile" --convert-to pdf --outdir "$made" \
  "$made/demo/plan.xlsx" >/dev/null 2>&1
pages=$(pdfinfo "$made/plan.pdf" | awk '/^Pages:/ { print $2 }')
page() {  # the first page of the workbook that holds a title, as a picture
  local n
  for n in $(seq "$pages"); do
    case "$(pdftotext -f "$n" -l "$n" "$made/plan.pdf" -)" in
      *"$1"*) pdftoppm -r 75 -f "$n" -l "$n" -singlefile -png "$made/plan.pdf" "$out/$2"; return ;;
    esac
  done
  echo "no page of the workbook says: $1" >&2
  return 1
}
page "Forslag til plan" workbook-overview
page "Planen, praktikant for praktikant" workbook-plan
page "Planen, vært for vært" workbook-hosts
page "Reglerne, og hvad hver af dem gjorde" workbook-rules

picture() {  # a part of a page: file, selector, width, height (0: that of the part), name
  node webtests/picture.mjs "$chromium" "$1" "$2" "$3" "$4" "$out/$5.png"
}
ud=$made/demo/ud
picture "$ud/index.html" main 1000 1250 page-top
picture "$ud/index.html" "#map" 1000 0 page-map
picture "$ud/index.html" "#fairness" 1000 0 page-fairness
picture "$ud/index.html" main 360 700 page-telephone
picture "$ud/boss.html" main 1000 900 page-boss
picture "$(ls "$ud"/letters/interns/*.html | head -1)" main 700 560 letter
