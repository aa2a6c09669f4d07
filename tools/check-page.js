// What tools/check-page does; see there.
"use strict";
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const SIZES = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const MOST_BYTES = 2_000_000;
const MOST_LOAD_MS = 1_000;

const given = process.argv.slice(2);
const shotsAt = given.indexOf("--shots");
const shots = shotsAt < 0 ? null : path.resolve(given.splice(shotsAt, 2)[1]);
if (shots) fs.mkdirSync(shots, { recursive: true });

let failures = 0;
const say = (file, right, text) => {
  if (!right) failures += 1;
  console.log(`${right ? "ok  " : "FAIL"} ${path.basename(file)}: ${text}`);
};

async function open(browser, file, size, options) {
  const { isMobile, ...rest } = options || {};
  const context = await browser.newContext({ viewport: SIZES[size], bypassCSP: false, hasTouch: size === "phone", ...rest });
  const page = await context.newPage();
  const wrong = [];
  const own = pathToFileURL(path.resolve(file)).href;
  page.on("request", (request) => { if (request.url().split("#")[0] !== own) wrong.push(`request ${request.url()}`); });
  page.on("console", (message) => { if (message.type() === "error") wrong.push(`console ${message.text()}`); });
  page.on("pageerror", (error) => wrong.push(`error ${error.message}`));
  const start = Date.now();
  await page.goto(own);
  await page.waitForLoadState("load");
  return { context, page, wrong, milliseconds: Date.now() - start };
}

async function accessibility(page) {
  // The page forbids other scripts; evaluate goes around that as a person's own tools do.
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const heavy = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  return heavy.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 120)} ${one.nodes[0].any.map((check) => check.message).join("; ").slice(0, 160)}`);
}

const transform = (page) => page.evaluate(() => document.querySelector("#scene").getAttribute("transform") || "");
// Until the view has been still for a while: machines differ in how long a glide takes.
async function rest(page) {
  let before = null;
  for (let turn = 0; turn < 20; turn += 1) {
    await page.waitForTimeout(250);
    const now = await transform(page);
    if (now === before) return;
    before = now;
  }
}

async function mouse(page, file) {
  await page.locator("#drawing").scrollIntoViewIfNeeded();
  const box = await page.locator("#drawing").boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -600);
  await rest(page);
  const zoomed = await transform(page);
  say(file, Number((zoomed.match(/scale\(([\d.]+)/) || [])[1]) > 1.5, `the wheel zooms: ${zoomed}`);
  await page.evaluate(() => {
    window.frames_ = [];
    let last = performance.now();
    const tick = (now) => { window.frames_.push(now - last); last = now; window.ticking = requestAnimationFrame(tick); };
    window.ticking = requestAnimationFrame(tick);
  });
  await page.mouse.down();
  for (let step = 1; step <= 60; step += 1) await page.mouse.move(x + step * 3, y + Math.sin(step / 5) * 40);
  await page.mouse.up();
  const frames = await page.evaluate(() => { cancelAnimationFrame(window.ticking); return window.frames_.slice(2).sort((a, b) => a - b); });
  await rest(page);
  say(file, (await transform(page)) !== zoomed, "dragging moves the map");
  const at = (part) => (frames[Math.min(frames.length - 1, Math.floor(frames.length * part))] || 0).toFixed(0);
  console.log(`     ${path.basename(file)}: ${frames.length} frames while panning, median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`);
  await page.click("#whole");
  await rest(page);
  say(file, /scale\(1\.?0*\)/.test(await transform(page)), "the whole map comes back");
  await page.click("#closer");
  await rest(page);
  say(file, /scale\(1\.5/.test(await transform(page)), "the button zooms");
  await page.click("#whole");
  await rest(page);
  const place = await page.evaluate(() => {
    const frame = document.querySelector("#drawing").getBoundingClientRect();
    for (const path of document.querySelectorAll("#units path")) {
      const box = path.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (document.elementFromPoint(x, y) === path && x > frame.x && x < frame.right) return { x, y, id: path.id };
    }
    return null;
  });
  await page.mouse.move(place.x, place.y);
  say(file, await page.locator("#tip").isVisible(), "pointing shows a tooltip");
  await page.mouse.click(place.x, place.y);
  say(file, (await page.locator("#lit path").count()) > 0 && (await page.locator("#details h3").count()) === 1, "a click selects and tells");
  const hasZones = (await page.locator("#table").count()) > 0;
  if (hasZones) say(file, (await page.locator("tr.chosen").count()) === 1, "the row is selected with it");
}

async function layers(page, file) {
  for (const box of await page.locator("[data-switch]").all()) {
    const layer = await box.getAttribute("data-switch");
    const hidden = () => page.evaluate((name) => {
      const parts = name === "names" ? [document.querySelector("#texts")] : [...document.querySelectorAll(`[data-layer="${name}"], [data-sign="${name}"]`)];
      return parts.length > 0 && parts.every((part) => getComputedStyle(part).display === "none");
    }, layer);
    const on = await box.isChecked();
    const before = await hidden();
    await box.click();
    const after = await hidden();
    await box.click();
    say(file, before === !on && after === on, `layer ${layer} and its legend follow the switch`);
  }
  const family = page.locator("#family");
  if (await family.count()) {
    const value = await page.evaluate(() => document.querySelector("#family").options[1].value);
    await family.selectOption(value);
    const visible = await page.evaluate((name) => getComputedStyle(document.querySelector(`[data-layer="${name}"]`)).display !== "none", value);
    await family.selectOption("");
    say(file, visible, "a family of straddled groups can be chosen");
  }
}

async function keyboard(page, file) {
  await page.reload();
  await page.keyboard.press("Tab");
  say(file, await page.evaluate(() => document.activeElement.className === "skip"), "the first Tab is the skip link");
  await page.keyboard.press("Enter");
  let steps = 0;
  const ids = [];
  while (steps < 80) {
    await page.keyboard.press("Tab");
    steps += 1;
    const id = await page.evaluate(() => document.activeElement.id);
    if (id) ids.push(id);
    if (id === "drawing") break;
  }
  say(file, ids.includes("find") && ids.includes("drawing"), `search and map are reached by Tab (map after ${steps})`);
  await page.keyboard.press("+");
  await rest(page);
  const before = await transform(page);
  await page.keyboard.press("ArrowRight");
  await rest(page);
  say(file, before.includes("scale(1.5") && (await transform(page)) !== before, "+ zooms and arrows move");
  await page.keyboard.press("0");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+ArrowRight");
  say(file, (await page.locator("#lit .one path").count()) > 0, "Shift and an arrow select a unit");
  const name = await page.evaluate(() => { const all = JSON.parse(document.querySelector("#data").textContent).units; return all[all.length - 1].n; });
  await page.locator("#find").focus();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await rest(page);
  say(file, (await page.locator("#details h3").textContent()) === name, `search finds ${name}`);
  if (await page.locator("#table").count()) {
    const sort = page.locator("#table thead button").nth(1);
    await sort.focus();
    await page.keyboard.press("Enter");
    say(file, (await page.locator("#table th[aria-sort]").count()) === 1, "a column sorts by keyboard");
    const row = page.locator("#table tbody a").first();
    const zone = await row.textContent();
    await row.focus();
    await page.keyboard.press("Enter");
    await rest(page);
    say(file, (await page.locator("#details h3").textContent()) === zone, `the row of ${zone} selects it on the map`);
    await page.fill("#filter", zone);
    const shown = await page.evaluate(() => [...document.querySelectorAll("#table tbody tr")].filter((one) => !one.hidden).length);
    say(file, shown >= 1 && shown <= 60, `the filter leaves ${shown} row(s)`);
    await page.fill("#filter", "");
  }
}

async function check(browser, file) {
  const bytes = fs.statSync(file).size;
  say(file, bytes < MOST_BYTES, `${(bytes / 1000).toFixed(0)} kB`);
  for (const size of Object.keys(SIZES)) {
    for (const colorScheme of ["light", "dark"]) {
      const { context, page, wrong, milliseconds } = await open(browser, file, size, { colorScheme });
      const key = `${size} ${colorScheme}`;
      if (size === "wide" && colorScheme === "light") {
        say(file, milliseconds < MOST_LOAD_MS, `opens in ${milliseconds} ms`);
        await page.waitForTimeout(200);
        if (shots) await page.screenshot({ path: path.join(shots, `${path.basename(file, ".html")}-top.png`) });
        if (await page.locator("#drawing").count()) {
          await mouse(page, file);
          await layers(page, file);
          await keyboard(page, file);
        }
        await page.emulateMedia({ media: "print" });
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
        if (shots) fs.writeFileSync(path.join(shots, `${path.basename(file, ".html")}.pdf`), pdf);
        say(file, pdf.length > 10_000, `prints to ${(pdf.length / 1000).toFixed(0)} kB of PDF`);
        await page.emulateMedia({ media: "screen" });
      }
      const heavy = await accessibility(page);
      say(file, heavy.length === 0, `${key}: nothing serious for axe${heavy.length ? `: ${heavy.join(" | ")}` : ""}`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      say(file, over <= 0, `${key}: no sideways scroll${over > 0 ? ` (${over} px)` : ""}`);
      say(file, wrong.length === 0, `${key}: no request, no error${wrong.length ? `: ${wrong.slice(0, 3).join(" | ")}` : ""}`);
      if (shots) await page.screenshot({ path: path.join(shots, `${path.basename(file, ".html")}-${size}-${colorScheme}.png`), fullPage: true });
      await context.close();
    }
  }
  const { context, page, wrong } = await open(browser, file, "wide", { javaScriptEnabled: false });
  const text = await page.locator("main").innerText();
  say(file, text.length > 200 && wrong.length === 0, "reads without its script");
  if (shots) await page.screenshot({ path: path.join(shots, `${path.basename(file, ".html")}-plain.png`) });
  await context.close();
}

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
  for (const file of given) await check(browser, file);
  await browser.close();
  console.log(failures ? `${failures} failed` : "all right");
  process.exit(failures ? 1 : 0);
})();
