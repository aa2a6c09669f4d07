"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
  const data = JSON.parse($("data").textContent), words = data.words;
  const SVG = "http://www.w3.org/2000/svg";
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();
  const element = (name, text, parent) => {
    const made = document.createElement(name);
    if (text !== undefined && text !== null) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  };
  const drawn = (name, attributes, parent) => {
    const made = document.createElementNS(SVG, name);
    for (const key in attributes) made.setAttribute(key, attributes[key]);
    if (parent) parent.append(made);
    return made;
  };
  document.body.classList.add("live");

  // Tables.
  const table = $("table");
  if (table) {
    const rows = all("tbody tr", table), body = table.tBodies[0];
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    all("thead th", table).forEach((head, column) => {
      const button = element("button", head.textContent);
      button.type = "button";
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const numbers = head.classList.contains("number");
        const before = head.getAttribute("aria-sort");
        const up = before ? before === "descending" : !numbers;
        all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const key = (row) => row.cells[column];
        // What is not known stays last, either way.
        const unknown = (row) => numbers && key(row).dataset.sort === "" ? 1 : 0;
        rows.sort((a, b) => unknown(a) - unknown(b) || (up ? 1 : -1) * (numbers
          ? key(a).dataset.sort - key(b).dataset.sort
          : collator.compare(key(a).textContent, key(b).textContent)));
        body.append(...rows);
      });
    });
    $("filter").addEventListener("input", (event) => {
      const wanted = fold(event.target.value);
      let shown = 0;
      for (const row of rows) {
        const zone = data.zones[row.dataset.zone];
        const names = zone.units.map((unit) => data.units[unit] ? data.units[unit].n : "").join(" ");
        row.hidden = !!wanted && !fold(row.textContent + " " + names).includes(wanted);
        shown += !row.hidden;
      }
      $("filtered").textContent = words["rows-shown"].replace("#", shown);
    });
  }

  const svg = $("drawing");
  if (!svg) return;
  const scene = $("scene"), tip = $("tip"), lit = $("lit"), texts = $("texts"), details = $("details");
  all("title", svg).forEach((title) => title.remove());
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "application");
  svg.setAttribute("aria-describedby", "keys");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const paths = data.units.map((_, place) => $("u" + place));

  // The view: what the scene is scaled and moved by, in its own numbers.
  const view = { k: 1, x: 0, y: 0 };
  let pixel = 1, wide = data.width, high = data.height, left = 0, top = 0;
  const measure = () => {
    const box = svg.getBoundingClientRect();
    pixel = Math.max(data.width / (box.width || 1), data.height / (box.height || 1));
    wide = box.width * pixel; high = box.height * pixel;
    left = (data.width - wide) / 2; top = (data.height - high) / 2;
  };
  let asked = false, settled = 0;
  const draw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      svg.style.touchAction = view.k > 1.001 ? "none" : "pan-y";
      scene.setAttribute("transform", `translate(${view.x.toFixed(1)} ${view.y.toFixed(1)}) scale(${view.k.toFixed(4)})`);
      svg.classList.add("moving");
      moveNames();
      clearTimeout(settled);
      settled = setTimeout(() => { svg.classList.remove("moving"); placeNames(); drawScale(); }, 90);
    });
  };
  const keep = () => {
    view.k = Math.min(40, Math.max(1, view.k));
    const room = (middle, low, span, size) => {
      const most = low + span / 2, least = low + span / 2 - size * view.k;
      return Math.min(most, Math.max(least, middle));
    };
    view.x = room(view.x, left, wide, data.width);
    view.y = room(view.y, top, high, data.height);
    if (view.k === 1) { view.x = 0; view.y = 0; }
  };
  const zoomAt = (factor, x, y) => {
    const before = view.k;
    view.k = Math.min(40, Math.max(1, view.k * factor));
    const ratio = view.k / before;
    view.x = x - (x - view.x) * ratio;
    view.y = y - (y - view.y) * ratio;
    keep();
    draw();
  };
  let glide = 0;
  const goTo = (k, x, y) => {
    cancelAnimationFrame(glide);
    const from = { ...view }, start = performance.now(), span = calm ? 0 : 350;
    const step = (now) => {
      const part = span ? Math.min(1, Math.max(0, (now - start) / span)) : 1, eased = 1 - (1 - part) ** 3;
      view.k = from.k + (k - from.k) * eased;
      view.x = from.x + (x - from.x) * eased;
      view.y = from.y + (y - from.y) * eased;
      keep(); draw();
      if (part < 1) glide = requestAnimationFrame(step);
    };
    step(start);
  };
  const middleX = () => left + wide / 2, middleY = () => top + high / 2;
  const reset = () => goTo(1, 0, 0);
  const showUnits = (units) => {
    let box = null;
    for (const unit of units) {
      if (!paths[unit]) continue;
      const one = paths[unit].getBBox();
      const b = [one.x, one.y, one.x + one.width, one.y + one.height];
      box = box ? [Math.min(box[0], b[0]), Math.min(box[1], b[1]), Math.max(box[2], b[2]), Math.max(box[3], b[3])] : b;
    }
    if (!box) return;
    const most = Math.min(wide / (box[2] - box[0] + 1), high / (box[3] - box[1] + 1)) * 0.5;
    const k = Math.min(14, Math.max(1, most));
    goTo(k, middleX() - k * (box[0] + box[2]) / 2, middleY() - k * (box[1] + box[3]) / 2);
  };
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    return [left + (event.clientX - box.left) * pixel, top + (event.clientY - box.top) * pixel];
  };

  // Names, as large on the screen at any zoom; those that would overlap wait for more room.
  const labels = [];
  const addLabel = (name, x, y, size, kind, width) => {
    const text = drawn("text", { class: kind }, texts);
    text.textContent = name;
    labels.push({ text, x, y, size, width, letters: name.length, shown: false });
  };
  const centre = (zone) => {
    let best = null, room = -1;
    for (const unit of zone.units) {
      if (data.units[unit].z.length > 1 && zone.units.length > 1) continue;
      const b = paths[unit].getBBox(), [x, y] = data.units[unit].at;
      let sum = 0;
      for (const other of zone.units) sum -= Math.hypot(data.units[other].at[0] - x, data.units[other].at[1] - y);
      const score = sum / zone.units.length + Math.min(b.width, b.height * 2);
      if (best === null || score > room) { best = [x, y]; room = score; }
    }
    return best;
  };
  data.zones.map((zone) => ({ zone, place: centre(zone) }))
    .filter((one) => one.place)
    .sort((a, b) => b.zone.units.length - a.zone.units.length)
    .forEach(({ zone, place }) => addLabel(zone.n, place[0], place[1], 13, "", 0));
  data.units.forEach((unit, place) => addLabel(unit.n, unit.at[0], unit.at[1] , 11, "small", paths[place].getBBox().width));
  // A name near the edge stays whole.
  const across = (label, half) => {
    const x = view.x + label.x * view.k;
    return x < left || x > left + wide ? x : Math.min(left + wide - half, Math.max(left + half, x));
  };
  const halfOf = (label) => label.letters * label.size * 0.29 * pixel + 2 * pixel;
  const moveNames = () => {
    for (const label of labels) {
      if (!label.shown) continue;
      label.text.setAttribute("x", across(label, halfOf(label)).toFixed(1));
      label.text.setAttribute("y", (view.y + label.y * view.k + label.size * pixel * 0.35).toFixed(1));
    }
  };
  const placeNames = () => {
    const taken = [];
    for (const label of labels) {
      const half = halfOf(label), x = across(label, half), y = view.y + label.y * view.k, up = label.size * 0.65 * pixel;
      const inside = x > left - half && x < left + wide + half && y > top - up && y < top + high + up;
      const roomy = !label.width || label.width * view.k > half * 1.7;
      const box = [x - half, y - up, x + half, y + up];
      label.shown = inside && roomy && !taken.some((other) =>
        other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3]);
      if (label.shown) {
        taken.push(box);
        label.text.setAttribute("font-size", (label.size * pixel).toFixed(1));
        label.text.setAttribute("stroke-width", (3 * pixel).toFixed(1));
        label.text.style.strokeWidth = (3 * pixel).toFixed(1);
        label.text.removeAttribute("display");
      } else label.text.setAttribute("display", "none");
    }
    moveNames();
  };
  const scale = $("scale"), decimals = new Intl.NumberFormat(document.documentElement.lang);
  const drawScale = () => {
    const perKm = data.km * view.k / pixel, most = 130 / perKm;
    const power = 10 ** Math.floor(Math.log10(most));
    const length = [5, 2, 1].map((step) => step * power).find((step) => step <= most) || power;
    scale.hidden = false;
    scale.firstElementChild.textContent = decimals.format(length) + " km";
    scale.lastElementChild.style.width = (length * perKm).toFixed(1) + "px";
  };

  // Selection: a zone or a unit, on the map, in the table and in the panel alike.
  let chosen = null;
  const uses = (units, kind) => {
    const group = drawn("g", { class: kind }, lit);
    // Copies, because the look of what is used once more cannot be changed in every browser.
    for (const unit of units) {
      const copy = paths[unit].cloneNode();
      copy.removeAttribute("id");
      if (kind === "body") copy.setAttribute("fill", paths[unit].parentNode.getAttribute("fill"));
      group.append(copy);
    }
    return group;
  };
  const light = (zone, unit) => {
    lit.replaceChildren();
    if (zone !== null) {
      uses(data.zones[zone].units, "rim");
      uses(data.zones[zone].units, "body");
    }
    if (unit !== null) uses([unit, unit], "one");
  };
  const field = (list, name, value) => {
    if (value === null || value === undefined || value === "") return;
    element("dt", name, list);
    const cell = element("dd", null, list);
    if (value instanceof Node) cell.append(value); else cell.textContent = value;
  };
  const button = (text, act) => {
    const made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  const tell = (zone, unit) => {
    const held = details.contains(document.activeElement);
    details.replaceChildren();
    told(zone, unit);
    const names = [unit !== null && data.units[unit].n, zone !== null && words.zone + " " + data.zones[zone].n];
    $("status").textContent = names.filter(Boolean).join(", ");
    const heading = details.querySelector("h3");
    if (held && heading) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
  };
  const told = (zone, unit) => {
    if (unit !== null) {
      const u = data.units[unit];
      element("h3", u.n, details);
      const list = element("dl", null, details);
      field(list, words.unit, u.code);
      field(list, words.inhabitants, u.people);
      if (!u.z.length && data.zones.length) field(list, words.zone, words["in-no-zone"]);
      if (u.before !== null) field(list, words.before, u.before || words["in-no-zone"]);
      for (const other of u.z) if (other !== zone) field(list, words.zone, button(data.zones[other].n, () => select(other, null, true)));
    }
    if (zone === null) return;
    const z = data.zones[zone];
    element(unit === null ? "h3" : "h4", unit === null ? z.n : words.zone + " " + z.n, details);
    const list = element("dl", null, details);
    field(list, words.region, z.region);
    field(list, words.inhabitants, z.people);
    field(list, words.bounds, z.bounds);
    field(list, words.deviation, z.off);
    field(list, words.border, z.border && z.border + " km");
    field(list, words.exception, z.exception);
    field(list, words.given, z.given);
    if (z.from !== null) field(list, words.continues, z.from || words["is-new"]);
    if (z.findings.length) {
      element("h4", words.findings, details);
      const found = element("ul", null, details);
      for (const [tone, text] of z.findings) element("li", text, found).className = tone === "info" ? "note" : tone;
    }
    element("h4", words.units + " (" + z.units.length + ")", details);
    const members = element("p", null, details);
    z.units.forEach((other, place) => {
      if (place) members.append(", ");
      members.append(button(data.units[other].n, () => select(zone, other, false)));
    });
  };
  const select = (zone, unit, look) => {
    chosen = { zone, unit };
    light(zone, unit);
    tell(zone, unit);
    all("tr.chosen, #people .chosen").forEach((row) => row.classList.remove("chosen"));
    if (zone !== null) all(`tr[data-zone="${zone}"], #people g[data-zone="${zone}"]`).forEach((row) => row.classList.add("chosen"));
    if (look) showUnits(unit === null ? data.zones[zone].units : [unit]);
  };
  const clear = () => {
    chosen = null;
    lit.replaceChildren();
    details.replaceChildren();
    all(".chosen").forEach((row) => row.classList.remove("chosen"));
  };
  const selectUnit = (unit, look) => select(data.units[unit].z.length ? data.units[unit].z[0] : null, unit, look);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-zone]");
    if (!link) return;
    event.preventDefault();
    select(+link.dataset.zone, null, true);
    $("map").scrollIntoView({ block: "start" });
    svg.focus({ preventScroll: true });
  });
  all("#people g[data-zone]").forEach((mark) => mark.addEventListener("click", () => select(+mark.dataset.zone, null, true)));

  // Pointing, dragging, pinching.
  const unitOf = (target) => target instanceof Element && /^u\d+$/.test(target.id) ? +target.id.slice(1) : null;
  const showTip = (unit, x, y) => {
    const u = data.units[unit];
    const zones = u.z.map((zone) => data.zones[zone].n + (data.zones[zone].people ? " · " + data.zones[zone].people : ""));
    tip.textContent = [u.n + " · " + u.people].concat(zones).join("\n");
    tip.hidden = false;
    const frame = svg.getBoundingClientRect(), own = tip.getBoundingClientRect();
    tip.style.left = Math.max(4, Math.min(frame.width - own.width - 4, x + 14)) + "px";
    tip.style.top = Math.max(4, y + 18 + own.height > frame.height ? y - own.height - 10 : y + 18) + "px";
  };
  const pointers = new Map();
  let moved = 0, spread = 0;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    cancelAnimationFrame(glide);
    pointers.set(event.pointerId, event);
    moved = pointers.size > 1 ? 99 : 0;
    spread = 0;
    svg.dataset.down = unitOf(event.target) ?? "";
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before) {
      const unit = unitOf(event.target), box = svg.getBoundingClientRect();
      if (unit === null) tip.hidden = true; else showTip(unit, event.clientX - box.left, event.clientY - box.top);
      return;
    }
    tip.hidden = true;
    pointers.set(event.pointerId, event);
    const dx = event.clientX - before.clientX, dy = event.clientY - before.clientY;
    moved += Math.abs(dx) + Math.abs(dy);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()];
      const now = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      const [x, y] = at({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
      if (spread) zoomAt(now / spread, x, y);
      spread = now;
    }
    if (moved > 4) {
      svg.classList.add("held");
      const part = pointers.size === 2 ? 0.5 : 1;
      view.x += dx * pixel * part;
      view.y += dy * pixel * part;
      keep(); draw();
    }
  });
  const up = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    svg.classList.remove("held");
    spread = 0;
    if (event.type === "pointerup" && moved <= 4) {
      if (svg.dataset.down === "") clear(); else selectUnit(+svg.dataset.down, false);
    }
  };
  svg.addEventListener("pointerup", up);
  svg.addEventListener("pointercancel", up);
  svg.addEventListener("pointerleave", () => { tip.hidden = true; });
  svg.addEventListener("wheel", (event) => {
    // Where nothing is left to zoom out of, the page scrolls on.
    if (view.k <= 1.001 && event.deltaY > 0) return;
    event.preventDefault();
    cancelAnimationFrame(glide);
    zoomAt(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0018)), ...at(event));
  }, { passive: false });
  const closer = (factor) => { cancelAnimationFrame(glide); zoomAt(factor, middleX(), middleY()); };
  $("closer").addEventListener("click", () => closer(1.5));
  $("farther").addEventListener("click", () => closer(1 / 1.5));
  $("whole").addEventListener("click", reset);

  // Keys on the map: arrows move the view, with Shift they walk from unit to unit.
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const walk = ([dx, dy]) => {
    const from = chosen && chosen.unit !== null ? data.units[chosen.unit].at
      : chosen && chosen.zone !== null ? data.units[data.zones[chosen.zone].units[0]].at
      : [(middleX() - view.x) / view.k, (middleY() - view.y) / view.k];
    let best = null, least = Infinity;
    data.units.forEach((unit, place) => {
      if (chosen && chosen.unit === place) return;
      const x = unit.at[0] - from[0], y = unit.at[1] - from[1];
      const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (along <= 0) return;
      const far = along + 2.5 * aside;
      if (far < least) { least = far; best = place; }
    });
    if (best !== null) selectUnit(best, view.k > 1.01 ? true : false);
  };
  svg.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) walk(arrow);
    else if (arrow && view.k <= 1.001) return;
    else if (arrow) {
      view.x -= arrow[0] * wide * 0.12; view.y -= arrow[1] * high * 0.12;
      keep(); draw();
    } else if (event.key === "+" || event.key === "=") closer(1.5);
    else if (event.key === "-" || event.key === "_") closer(1 / 1.5);
    else if (event.key === "0") reset();
    else if (event.key === "Escape") clear();
    else if (event.key === "Enter" || event.key === " ") {
      if (chosen) { select(chosen.zone, chosen.unit, true); }
      else {
        const x = (middleX() - view.x) / view.k, y = (middleY() - view.y) / view.k;
        let best = 0, least = Infinity;
        data.units.forEach((unit, place) => {
          const far = Math.hypot(unit.at[0] - x, unit.at[1] - y);
          if (far < least) { least = far; best = place; }
        });
        selectUnit(best, true);
      }
    } else return;
    event.preventDefault();
  });

  // Search and layers.
  const places = new Map();
  data.zones.forEach((zone, place) => places.set(fold(zone.n), [place, null]));
  data.units.forEach((unit, place) => {
    for (const name of [unit.code, ...(unit.o || []), unit.n]) places.set(fold(name), [unit.z.length ? unit.z[0] : null, place]);
  });
  const find = (partly) => {
    const wanted = fold($("find").value);
    if (!wanted) return;
    let hit = places.get(wanted);
    if (!hit && partly) {
      const names = [...places.keys()];
      const name = names.find((one) => one.startsWith(wanted)) || names.find((one) => one.includes(wanted));
      hit = name && places.get(name);
    }
    if (hit) select(hit[0], hit[1], true);
    else if (partly) { details.replaceChildren(); element("p", words["not-found"].replace("#", () => $("find").value), details); }
  };
  $("search").addEventListener("submit", (event) => { event.preventDefault(); find(true); });
  $("find").addEventListener("change", () => find(false));
  const show = (layer, on) => {
    all(`[data-layer="${layer}"], [data-sign="${layer}"]`).forEach((part) => part.classList.toggle("off", !on));
    if (layer === "names") [texts, $("names")].forEach((part) => part.classList.toggle("off", !on));
  };
  all("[data-switch]").forEach((box) => {
    const follow = () => show(box.dataset.switch, box.checked);
    box.addEventListener("change", follow);
    follow();
  });
  const family = $("family");
  if (family) {
    const follow = () => [...family.options].forEach((option) => option.value && show(option.value, option.selected));
    family.addEventListener("change", follow);
    follow();
  }

  let before = null, opened = [];
  addEventListener("beforeprint", () => {
    before = { ...view };
    scene.removeAttribute("transform");
    opened = all("details:not([open])");
    opened.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => {
    if (before) Object.assign(view, before);
    opened.forEach((part) => { part.open = false; });
    draw();
  });
  new ResizeObserver(() => { measure(); keep(); draw(); }).observe(svg);
  measure();
  keep();
  placeNames();
  drawScale();
})();
