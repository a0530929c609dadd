// Opens pages in a headless Chromium and tells, as JSON on stdout, what axe-core, a keyboard and a narrow
// window find: node look.mjs CHROMIUM OUT PAGE...
import { mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [executablePath, out, ...files] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1280, 640, 320]; // 640 is 1280 at 200 % zoom
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] };
const MOST_TABS = 400;

const browser = await puppeteer.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  userDataDir: mkdtempSync(join(tmpdir(), "look-")),
});
const told = {};
for (const file of files) told[file] = await look(file);
await browser.close();
console.log(JSON.stringify(told));

async function look(file) {
  const page = await browser.newPage();
  const asked = [], complaints = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.setViewport({ width: WIDTHS[0], height: 900 });
  const url = pathToFileURL(file).href;
  await page.goto(url);
  const keyboard = await byKeyboard(page);
  const violations = [], sideways = [];
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) sideways.push({ width, wide });
    await page.screenshot({ path: join(out, `${basename(file, ".html")}-${width}.png`) });
    const found = await page.evaluate(`${axe}; axe.run(document, ${JSON.stringify(RULES)})`);
    violations.push(...found.violations.map((one) => `${width}: ${one.id}: ${one.nodes[0].html}`));
  }
  await page.setViewport({ width: WIDTHS[0], height: 900 });
  await page.pdf({ path: join(out, `${basename(file, ".html")}.pdf`), preferCSSPageSize: true, tagged: true });
  await page.close();
  return { violations, sideways, keyboard, complaints, asked: asked.filter((one) => one !== url) };
}

// Which of the things that one can go to a Tab reaches, in their order, and which of them show it.
async function byKeyboard(page) {
  const there = await page.$$eval("a[href], [tabindex='0']", (all) => all.map((one, n) => (one.dataset.look = n)));
  const reached = [], unseen = [];
  for (let n = 0; n < Math.min(MOST_TABS, there.length); n++) {
    await page.keyboard.press("Tab");
    const [number, outline] = await page.evaluate(() => {
      const one = document.activeElement;
      return [Number(one.dataset.look ?? -1), getComputedStyle(one).outlineStyle];
    });
    reached.push(number);
    if (outline === "none") unseen.push(number);
  }
  return { there: there.length, reached, unseen };
}
