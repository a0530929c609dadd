// Takes a picture of one part of a page: node picture.mjs CHROMIUM PAGE SELECTOR WIDTH HEIGHT OUT.png
// A height of 0 is that of the part.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, file, selector, width, height, path] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  userDataDir: mkdtempSync(join(tmpdir(), "picture-")),
});
const page = await browser.newPage();
await page.setViewport({ width: Number(width), height: Number(height) || 900 });
await page.goto(pathToFileURL(file).href);
if (Number(height)) await page.screenshot({ path });
else await (await page.$(selector)).screenshot({ path });
await browser.close();
