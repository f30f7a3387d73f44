// look.mjs DIR PAGE...: opens each page in headless Chromium, as a screen shows it in light and dark, on a phone, and as A4
// paper, and prints what is wrong as one JSON list; DIR holds node_modules. PDFs are written beside the pages.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.argv[2] + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SCREEN = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const PAPER = { width: 680, height: 976 };  // A4 less the margins, in CSS pixels of 1/96 inch

const wrong = [];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"],
});

// Opens the page as a reader does, its policy in force, and listens.
async function open(file, say) {
  const page = await (await browser.newContext({ viewport: SCREEN, offline: true })).newPage();
  page.on("console", message => say(`console: ${message.text()}`));
  page.on("pageerror", error => say(`error: ${error.message}`));
  page.on("dialog", dialog => { say(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", request => { if (request.url() !== pathToFileURL(file).href) say(`request: ${request.url()}`); });
  await page.goto(pathToFileURL(file).href);
  return page;
}

// What is wider than it may be: the page itself, and on paper whatever would be cut.
const wider = page => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const out = [];
  if (document.documentElement.scrollWidth > width) out.push(`the page is ${document.documentElement.scrollWidth} wide`);
  if (matchMedia("print").matches)
    for (const element of document.querySelectorAll("main *:not(.unseen)")) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > width + 0.5) out.push(`<${element.localName}> ends at ${box.right} of ${width}`);
    }
  return out;
});

// In a context without the policy, which would keep axe out.
async function violations(file) {
  const context = await browser.newContext({ viewport: SCREEN, offline: true, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(axe);
  const out = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await page.evaluate(() => axe.run());
    if (!passes.some(({ id }) => id === "color-contrast") && violations.length === 0) out.push("axe saw no text");
    for (const { id, nodes } of violations) out.push(`axe: ${id} in ${colorScheme} (${nodes[0].html.slice(0, 120)})`);
  }
  await context.close();
  return out;
}

for (const file of process.argv.slice(3)) {
  const say = text => wrong.push(`${file}: ${text}`);
  const page = await open(file, say);
  if (await page.evaluate(() => document.scripts.length > 0)) say("there is a script");
  for (const [name, viewport, media] of [["screen", SCREEN, "screen"], ["phone", PHONE, "screen"], ["paper", PAPER, "print"]]) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ media });
    for (const text of await wider(page)) say(`${name}: ${text}`);
  }
  writeFileSync(file.replace(/html$/, "pdf"), await page.pdf({ preferCSSPageSize: true }));
  await page.context().close();
  for (const text of await violations(file)) say(text);
}
await browser.close();
console.log(JSON.stringify(wrong));
