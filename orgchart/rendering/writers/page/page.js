/*
 * One organization chart, explored: pan, zoom, search, collapse, focus. What it knows comes from the attributes of the
 * picture (data-role, data-ghost, data-party, data-line, data-unit, data-number) and from the JSON beside it.
 */
const byId = (id) => document.getElementById(id);
const { words, sheets, bonds, initials, variants } = JSON.parse(byId("data").textContent);
const [stage, sheet, outline, search, results] = ["stage", "sheet", "outline", "search", "results"].map(byId);
const svg = stage.querySelector("svg");
const fill = (pattern, ...values) => values.reduce((text, value) => text.replace("{}", () => value), pattern);
const all = (selector) => [...svg.querySelectorAll(selector)];
const on = (target, kind, run, options) => target.addEventListener(kind, run, options);
const say = (...parts) => { byId("said").textContent = parts.join(words.comma); };

// Elements are put together from text nodes: whatever a title holds stays text.
const given = (element, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const make = (tag, attributes = {}, ...children) => given(document.createElement(tag), attributes, children);
const hide = (element, hidden) => element?.classList.toggle("gone", hidden);
const draw = (tag, attributes, ...children) => given(document.createElementNS(svg.namespaceURI, tag), attributes, children);

// What there is: a node is a card with its place in the tree, its lines, marks and relations.

const nodes = sheets.map((known) => ({ ...known, below: [], bonds: [], reports: [], marks: [], paths: [], shut: false }));
const named = new Map();
const kindOf = (node) => node.party ? "party" : node.ghost ? "ghost" : "role";
const nameOf = (node) => `${kindOf(node)}:${node.key}`;
const find = (name) => named.get(name)?.[0];
for (const node of nodes) {
  named.set(nameOf(node), [...named.get(nameOf(node)) ?? [], node]);
  node.up = nodes[node.above];
  node.up?.below.push(node);
  for (const superior of node.superiors ?? []) nodes[superior]?.reports.push(node);
}
for (const bond of bonds) for (const end of new Set(bond.ends)) nodes[end]?.bonds.push(bond);

const inTreeOrder = [];
for (const waiting = nodes.filter((node) => !node.up).reverse(); waiting.length;) {
  const node = waiting.pop();
  node.depth = (node.up?.depth ?? 0) + 1;
  inTreeOrder.push(node);
  for (const child of [...node.below].reverse()) waiting.push(child);
}
for (const node of [...inTreeOrder].reverse()) node.total = node.below.reduce((sum, child) => sum + 1 + child.total, 0);

const rectOf = (rect) => {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((side) => Number(rect.getAttribute(side)));
  return { x, y, width, height, right: x + width, bottom: y + height };
};
const least = (list, side, start) => list.reduce((found, one) => Math.min(found, one[side]), start);
const most = (list, side, start = 0) => list.reduce((found, one) => Math.max(found, one[side]), start);
const ownerOf = ({ role, ghost, party }) => (
  named.get(role !== undefined ? `role:${role}` : ghost !== undefined ? `ghost:${ghost}` : `party:${party}`)
);
const owners = new Map();
for (const card of all("g.card[data-role], g.card[data-ghost], g.card[data-party]")) {
  const node = ownerOf(card.dataset)?.find((one) => !one.card);
  if (!node) continue;
  owners.set(card, Object.assign(node, rectOf(card.querySelector("rect")), { card }));
  node.at = rectOf(card.querySelector("rect"));
}
const drawn = inTreeOrder.filter((node) => node.card);
const marks = all("g.mark").map((element) => {
  const node = ownerOf(element.dataset)?.[0];
  node?.marks.push(element);
  return { element, node, number: Number(element.dataset.number) };
});
for (const path of all("path[data-superior]")) {
  const name = path.dataset.superior;
  (find(`role:${name}`) ?? find(`ghost:${name}`))?.paths.push(path);
}
const endOf = (name) => find(`role:${name}`) ?? find(name) ?? find(`party:${name}`);
const crossing = all("path[data-from]")
  .map((element) => ({ element, ends: [endOf(element.dataset.from), endOf(element.dataset.to)] }));

const label = (node) => node.card.setAttribute("aria-label", [
  node.title, node.holders, node.unit,
  !node.party && (node.up ? words.superior + words.colon + node.up.title : words.top),
  node.span && fill(words.below, ...node.span),
  node.shut && fill(words.hidden, node.total),
].filter(Boolean).join(words.comma));

// Cards stand in the order of the tree, so that the Tab key and screen readers walk superiors before reports.
const prepareCards = () => {
  const place = svg.querySelector("g.card");
  const cards = document.createDocumentFragment();
  place?.before(trail);
  for (const node of drawn) {
    given(node.card, { tabindex: 0, role: "graphics-object", "aria-roledescription": words[kindOf(node)] }, []);
    label(node);
    cards.append(node.card);
  }
  trail.after(cards);
  given(svg, { role: "graphics-document document", "aria-roledescription": words.chart }, []);
};

// What is seen: the picture is moved and scaled as a whole.

const { width: wide, height: high } = svg.viewBox.baseVal;
let [width, height] = [wide, high];
const view = { x: 0, y: 0, scale: 1, fitted: true };
const space = () => [stage.clientWidth, stage.clientHeight];
const KEPT = 60;
const MARGIN = 14;
const between = (least, value, most) => Math.min(Math.max(value, least), most);
const show = (glide = false, fitted = false) => {
  view.fitted = fitted;
  const [across, down] = space();
  view.x = between(KEPT - width * view.scale, view.x, across - KEPT);
  view.y = between(KEPT - height * view.scale, view.y, down - KEPT);
  svg.classList.toggle("glide", glide);
  svg.style.transform = `translate(${view.x}px,${view.y}px) scale(${view.scale})`;
  byId("percent").textContent = `${Math.round(view.scale * 100)}%`;
};
let resting = 0;
const moving = () => {
  svg.classList.add("moving");
  clearTimeout(resting);
  resting = setTimeout(() => svg.classList.remove("moving"), 200);
};
const zoom = (factor, x = space()[0] / 2, y = space()[1] / 2, glide = true) => {
  const scale = between(0.02, view.scale * factor, 8);
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  show(glide);
};
// Where a picture stands along one side: in the middle if there is room, else as wanted, but without empty margins.
const placed = (wanted, picture, room) => picture + 2 * MARGIN < room ? (room - picture) / 2
  : between(room - picture - MARGIN, wanted, MARGIN);
const centre = (node, scale = view.scale, part = 0.5, glide = true) => {
  view.scale = scale;
  const [across, down] = space();
  view.x = placed(across / 2 - (node.x + node.width / 2) * scale, width * scale, across);
  view.y = placed(down * part - (node.y + node.height / 2) * scale, height * scale, down);
  show(glide);
};
// The whole picture fits; where cards are closed, the cards that are left.
const fit = (glide = true) => {
  const seen = drawn.filter((node) => !node.hidden);
  const closed = seen.length < drawn.length;
  const left = closed ? Math.max(least(seen, "x", width) - 30, 0) : 0;
  const right = closed ? most(seen, "right") + 30 : width;
  const [across, down] = space();
  view.scale = Math.min((across - 2 * MARGIN) / (right - left), (down - 2 * MARGIN) / height, 1.5);
  view.x = (across - (left + right) * view.scale) / 2;
  view.y = (down - height * view.scale) / 2;
  show(glide, true);
};
// The room has changed: what fitted fits again, the rest stays.
const adapt = () => view.fitted ? fit() : show();
const reveal = (node, readable = 0) => {
  const [across, down] = space();
  const { x, y, scale } = view;
  const inside = x + node.x * scale > 8 && y + node.y * scale > 8
    && x + node.right * scale < across - 8 && y + node.bottom * scale < down - 8;
  if (!inside || view.scale < readable) centre(node, Math.max(readable, view.scale));
};

// What is closed: a closed card hides everything below it and says how much that is. Where that leaves a band of the
// picture empty, the band is taken out: what stands below it moves up.

const frames = all("rect[data-unit]").map((element) => ({ element, ...rectOf(element), more: [] }))
  .sort((one, other) => one.width * one.height - other.width * other.height);
const holds = (frame, { x, y }, slack = 0) => (
  x >= frame.x - slack && y >= frame.y - slack && x < frame.right + slack && y < frame.bottom + slack
);
// Paths before the cards are lines of the chart; those behind them belong to the legend.
const paths = all(":scope > path:has(~ g.card)").map((element) => ({ element, d: element.getAttribute("d") }));
// Where all reports stand at the right of their superiors, the picture runs that way.
const lying = drawn.some((node) => node.up) && drawn.every((node) => !node.up?.card || node.x >= node.up.right);
let loose = null;
const prepareClosing = () => {
  frames.forEach((frame, place) => {
    frame.inside = drawn.filter((node) => holds(frame, node));
    frame.outer = frames.slice(place + 1).find((other) => holds(other, frame));
    frame.padding = Math.max(frame.bottom - most(frame.inside, "bottom"), 20);
    frame.side = Math.max(frame.right - most(frame.inside, "right"), 20);
  });
  const fixed = "style, title, desc, rect, g.card, .trail, path:has(~ g.card)";
  loose = [...svg.children].filter((element) => !element.matches(fixed))
    .map((element) => ({ element, box: element.getBBox() }))
    .map(({ element, box: { x, y, width: far } }) => ({ element, x, y, right: x + far }));
  const owned = new Set(nodes.flatMap((node) => node.marks));
  const [first, last] = [least(drawn, "y", high), most(drawn, "bottom")];
  for (const item of loose) {
    item.apart = item.y + 20 < first || item.y > last + 20;
    if (!owned.has(item.element)) frames.find((frame) => holds(frame, item, 14))?.more.push(item);
  }
};
// The bands along one side, from `start` to `end`, where cards are hidden and nothing else stands: [from, to].
const emptyBands = (solid, hidden, [start, end], whole, spared) => {
  let low = 0;
  return [...solid.sort((one, other) => one[start] - other[start]), { [start]: whole }].flatMap((one) => {
    const gone = one[start] - low < spared ? [] : hidden.filter((node) => node[start] < one[start] && node[end] > low);
    const from = Math.max(low + spared, least(gone, start, whole));
    const to = Math.min(one[start] - spared, most(gone, end));
    low = Math.max(low, one[end]);
    return to > from ? [[from, to]] : [];
  });
};
const without = (bands) => (place) => bands.reduce((sum, [from, to]) => sum - between(0, place - from, to - from), place);
const tighten = () => {
  const ats = (hidden) => drawn.filter((node) => node.hidden === hidden).map((node) => node.at);
  const edges = frames.filter((frame) => frame.inside.some((node) => !node.hidden))
    .flatMap(({ x, right }) => [{ x: x - 4, right: x + 8 }, { x: right - 8, right: right + 4 }]);
  const closedUp = without(emptyBands([...ats(false), ...edges], ats(true), ["x", "right"], wide, 12));
  const movedUp = without(emptyBands(ats(false), ats(true), ["y", "bottom"], high, 26));
  width = Math.max(closedUp(wide), most(loose.filter((item) => item.apart), "right") + 24);
  height = movedUp(high);
  const left = (width - closedUp(wide)) / 2;
  return [(x) => closedUp(x) + left, movedUp];
};
const showOpen = () => {
  if (!loose) prepareClosing();
  for (const node of inTreeOrder) {
    node.hidden = node.up ? node.up.hidden || node.up.shut : false;
    for (const element of [node.card, ...node.marks]) hide(element, node.hidden);
    for (const path of node.paths) hide(path, node.hidden || node.shut);
  }
  for (const { element, ends } of crossing) {
    const under = element.previousElementSibling;
    for (const path of under.matches(".k") ? [under, element] : [element]) hide(path, ends.some((node) => node?.hidden));
  }
  const [across, down] = tighten();
  const move = (element, { x, y, apart }) => element.setAttribute("transform", `translate(${apart ? 0 : across(x) - x} ${down(y) - y})`);
  for (const node of drawn) {
    const { x, y } = node.at;
    move(node.card, node.at);
    Object.assign(node, { x: across(x), y: down(y), right: across(x) + node.width, bottom: down(y) + node.height });
  }
  for (const item of loose) move(item.element, item);
  for (const { element, d } of paths) {
    element.setAttribute("d", d.replace(/([MLQCHV])([^A-Za-z]*)/g, (_, command, numbers) => command + numbers.match(/-?[\d.]+/g)
      .map((number, at) => (command === "V" || (at % 2 && command !== "H") ? down : across)(Number(number))).join(" ")));
  }
  for (const frame of frames) Object.assign(frame, { low: 0, far: 0 });
  // A frame ends below the last card in it that is seen, and where the picture lies also at its right.
  for (const frame of frames) {
    const seen = frame.inside.filter((node) => !node.hidden);
    const low = Math.max(most(seen.map((node) => node.at), "bottom") + frame.padding, frame.low + 10);
    const end = seen.length === frame.inside.length ? frame.bottom : Math.min(frame.bottom, low);
    const far = Math.max(most(seen.map((node) => node.at), "right") + frame.side, most(frame.more, "right") + 8, frame.far + 10);
    const last = !lying || seen.length === frame.inside.length ? frame.right : Math.min(frame.right, far);
    for (const { element } of [frame, ...frame.more]) hide(element, !seen.length);
    if (!seen.length) continue;
    const [x, y] = [across(frame.x), down(frame.y)];
    given(frame.element, { x, y, width: across(last) - x, height: down(end) - y }, []);
    if (frame.outer) Object.assign(frame.outer, { low: Math.max(frame.outer.low, end), far: Math.max(frame.outer.far, last) });
  }
  given(svg, { width, height, viewBox: `0 0 ${width} ${height}` }, []);
};
const setShut = (node, shut) => {
  if (!node.below.length || !node.card || node.shut === shut) return;
  node.shut = shut;
  node.card.classList.toggle("shut", shut);
  const text = `+${node.total}`;
  const size = 14 + text.length * 7;
  node.pill?.remove();
  node.pill = draw("g", { class: "pill", "aria-hidden": true },
    draw("rect", { x: node.at.right - 5 - size, y: node.at.bottom - 21, width: size, height: 17, rx: 8 }),
    draw("text", { x: node.at.right - 5 - size / 2, y: node.at.bottom - 9 }, text));
  if (shut) node.card.append(node.pill);
  label(node);
};
const toggle = (node) => {
  if (!node.below.length) return;
  const [oldX, oldY] = [node.x, node.y];
  setShut(node, !node.shut);
  showOpen();
  view.x += (oldX - node.x) * view.scale;
  view.y += (oldY - node.y) * view.scale;
  show();
  placeHandle(node);
  if (focused?.hidden) leave();
  else if (focused) focus(focused, false);
  say(node.title, node.shut ? fill(words.hidden, node.total) : words.shown);
};
const openTo = (node) => {
  let changed = false;
  for (let above = node.up; above; above = above.up) {
    changed ||= above.shut;
    setShut(above, false);
  }
  if (changed) showOpen();
};
const showLayers = (count) => {
  for (const node of drawn) setShut(node, count > 0 && node.depth >= count);
  showOpen();
  if (focused?.hidden) leave();
  fit();
};

// The handle closes the card under the pointer; there is one, and it goes from card to card.
const handle = draw("g", { class: "handle", "aria-hidden": true }, draw("circle", { r: 8 }), draw("path", { d: "M-4 0h8" }));
const placeHandle = (node) => {
  if (!node?.below.length || node.shut) handle.remove();
  else if (handle.parentNode !== node.card) {
    handle.setAttribute("transform", `translate(${node.at.right} ${node.at.y + node.height / 2})`);
    node.card.append(handle);
  }
};

// What is in focus: a role with its chain of command, its reports and its relations; the rest steps back.

let focused = null;
let lit = [];
const trail = draw("g", { class: "trail", "aria-hidden": true });
const light = (element, kind = "on") => {
  element?.classList.add("on", kind);
  lit.push(element);
};
const across = (bond, node) => bond.ends[nodes[bond.ends[0]] === node ? 1 : 0];

// Of the line below a superior only the way to one report is wanted: from piece to piece that touch, breadth first.
const piecesOf = (path) => path.getAttribute("d").split("M").flatMap((part) => {
  if (/[^\d\s.,LQC-]/.test(part)) return [];
  const numbers = (part.match(/-?[\d.]+/g) ?? []).map(Number);
  return numbers.slice(2).flatMap((_, at) => at % 2 ? [] : [{
    x: Math.min(numbers[at], numbers[at + 2]), right: Math.max(numbers[at], numbers[at + 2]),
    y: Math.min(numbers[at + 1], numbers[at + 3]), bottom: Math.max(numbers[at + 1], numbers[at + 3]),
  }]);
});
const meet = (one, other) => {
  const [x, right] = [Math.max(one.x, other.x), Math.min(one.right, other.right)];
  const [y, bottom] = [Math.max(one.y, other.y), Math.min(one.bottom, other.bottom)];
  return x - right <= 1 && y - bottom <= 1 ? [(x + right) / 2, (y + bottom) / 2] : null;
};
const wayIn = (path, node) => {
  const pieces = piecesOf(path);
  const came = new Map();
  const queue = [node];
  for (let at = 0; at < queue.length && at < 999; at += 1) {
    for (const piece of pieces) {
      const corner = !came.has(piece) && meet(piece, queue[at]);
      if (!corner) continue;
      came.set(piece, [queue[at], corner]);
      queue.push(piece);
      const corners = [meet(piece, node.up)];
      if (!corners[0]) continue;
      for (let from = [piece]; came.has(from[0]); corners.push(from[1])) from = came.get(from[0]);
      return `M${corners.join("L")}`;
    }
  }
  return "";
};
const lightWay = (node) => {
  const way = node.up.paths.reduce((found, path) => found || wayIn(path, node), "");
  if (way) trail.append(draw("path", { d: way }));
  else node.up.paths.forEach((path) => light(path));
};

const dim = () => {
  for (const element of lit) element?.classList.remove("on", "me", "up", "down", "mate");
  lit = [];
  trail.replaceChildren();
  svg.classList.remove("focused");
};
const focus = (node, move = true) => {
  dim();
  openTo(node);
  focused = node;
  svg.classList.add("focused");
  light(node.card, "me");
  const chain = [];
  for (let one = node; one.up; one = one.up) {
    chain.unshift(one.up);
    light(one.up.card, "up");
    lightWay(one);
  }
  for (const report of node.reports) light(report.card, "down");
  for (const path of node.paths) light(path);
  for (const bond of node.bonds) light(nodes[across(bond, node)]?.card, "mate");
  const numbers = new Set(node.bonds.map((bond) => bond.number));
  for (const mark of marks) if (numbers.has(mark.number) || mark.node === node) light(mark.element);
  for (const { element, ends } of crossing) if (ends.includes(node)) light(element);
  showSheet(node, chain);
  adapt();
  if (move) reveal(node, 0.5);
  say(fill(words.focused, node.title, chain.length, node.reports.length, node.bonds.length));
};
const leave = () => {
  if (!focused) return;
  const { card } = focused;
  focused = null;
  dim();
  if (sheet.contains(document.activeElement)) card.focus({ preventScroll: true });
  sheet.hidden = true;
  if (location.hash) location.hash = "";
  adapt();
  say(words.left);
};
const hashOf = (node) => `#${kindOf(node)}=${encodeURIComponent(node.key)}`;
const go = (node) => {
  if (location.hash === hashOf(node)) focus(node);
  else location.hash = hashOf(node);
};
const followHash = () => {
  let node = null;
  try {
    node = find(decodeURIComponent(location.hash.slice(1)).replace("=", ":"));
  } catch {
    say(words.nothing);
  }
  if (node?.card) focus(node);
  else leave();
};

// What is told: the sheet of the role in focus.

const linkTo = (end) => {
  const node = nodes[end] ?? end;
  return node.key ? make("a", { href: hashOf(node) }, node.title) : String(end);
};
const list = (kind, items) => make("ul", { class: kind }, ...items.map((item) => make("li", {}, ...[item].flat())));
const phrase = (item) => typeof item === "string" ? item
  : [make("b", {}, item[0]), item[1].length === 1 ? ` ${item[1][0]}` : list("phrases", item[1])];
const button = (text, run, attributes = {}) => {
  const made = make("button", { type: "button", ...attributes }, text);
  on(made, "click", run);
  return made;
};
const showSheet = (node, chain) => {
  const ofKind = (kind, end) => node.bonds.filter((bond) => bond.kind === kind && (!end || nodes[bond.ends[end - 1]] === node));
  const partners = (found) => found.map((bond) => linkTo(across(bond, node)));
  const parts = [
    [words.now, node.now !== undefined && list("links", [linkTo(node.now)])],
    [words.chain, chain.length && list("chain", [...chain.map(linkTo), node.title])],
    [words.further, list("links", (node.superiors ?? []).filter((end) => nodes[end] !== node.up).map(linkTo))],
    [words.reports, list("links", node.below.map(linkTo))],
    [words.second_down, list("links", node.reports.filter((one) => one.up !== node).map(linkTo))],
    [words.dotted_up, list("links", partners(ofKind("dotted", 1)))],
    [words.dotted_down, list("links", partners(ofKind("dotted", 2)))],
    [words.coordination, list("bonds", ofKind("coordination").map((bond) => (
      [make("b", {}, String(bond.number)), make("span", {}, linkTo(across(bond, node))), make("small", {}, bond.about)]
    )))],
    ...(node.facts ?? []).map(([title, value]) => [title, Array.isArray(value) ? list("phrases", value.map(phrase)) : make("p", {}, value)]),
  ];
  const actions = [button(words.centre, () => centre(node, Math.max(view.scale, 1)))];
  if (node.below.length) {
    actions.push(button(node.shut ? words.expand : fill(words.collapse, node.total), () => {
      toggle(node);
      sheet.querySelector(".actions").lastChild.focus();
    }));
  }
  const beside = [node.holders, node.unit, node.span && fill(words.below, ...node.span)];
  sheet.replaceChildren(
    button("×", leave, { class: "close", "aria-label": words.close }), make("h2", { tabindex: -1 }, node.title),
    make("p", { class: "beside" }, beside.filter(Boolean).join(" · ")), make("p", { class: "actions" }, ...actions),
    ...parts.filter(([, shown]) => shown && shown.hasChildNodes()).flatMap(([title, shown]) => [make("h3", {}, title), shown]),
  );
  sheet.hidden = false;
  sheet.scrollTop = 0;
};

// What is sought: names, levelled; Chinese also by the first letters of its readings.

const MOST = 50;
const level = (text) => [...text.normalize("NFKC").toLowerCase().replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, "")]
  .map((letter) => variants[letter] ?? letter).join("");
const spelt = (name, wanted) => {
  const letters = [...name];
  return letters.some((_, start) => [...wanted].every((letter, at) => (
    letters[start + at] === letter || initials[letters[start + at]]?.includes(letter)
  )));
};
const makeIndex = () => drawn.map((node) => ({
  node, names: [node.title, node.key, ...node.names ?? [], node.holders ?? "", node.unit ?? ""].map(level),
}));
const rank = ([title, ...others], wanted) => {
  if (title.includes(wanted)) return title === wanted ? 0 : title.startsWith(wanted) ? 1 : 2;
  if (others.some((name) => name.includes(wanted))) return others.includes(wanted) ? 3 : 4;
  if (!/^[a-z]+$/.test(wanted)) return 9;
  return spelt(title, wanted) ? 5 : others.some((name) => spelt(name, wanted)) ? 6 : 9;
};
let index = null;
let found = [];
let chosen = -1;
const seek = (wanted) => {
  index ??= makeIndex();
  return index.map(({ node, names }) => ({ node, rank: rank(names, wanted) })).filter((entry) => entry.rank < 9)
    .sort((one, other) => one.rank - other.rank).map((entry) => entry.node);
};
const unmark = () => all(".hit").forEach((card) => card.classList.remove("hit"));
const closeSearch = () => {
  unmark();
  results.hidden = true;
  search.setAttribute("aria-expanded", false);
};
const choose = (place) => {
  chosen = place;
  results.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", false);
  const option = byId(`result-${place}`);
  option?.setAttribute("aria-selected", true);
  option?.scrollIntoView({ block: "nearest" });
  search.setAttribute("aria-activedescendant", option?.id ?? "");
};
const showFound = () => {
  const wanted = level(search.value);
  closeSearch();
  if (!wanted) return;
  found = seek(wanted);
  for (const node of found) node.card.classList.add("hit");
  const count = found.length ? fill(words.found, found.length) : words.nothing;
  results.replaceChildren(...found.slice(0, MOST).map((node, place) => make(
    "li", { role: "option", id: `result-${place}`, "aria-selected": false },
    make("b", {}, node.title), make("small", {}, [node.holders, node.unit].filter(Boolean).join(" · ")),
  )), make("li", { role: "presentation", class: "sum" }, count));
  results.hidden = false;
  search.setAttribute("aria-expanded", true);
  choose(0);
  say(count);
};
const take = (node) => {
  if (!node) return;
  openTo(node);
  node.card.focus({ preventScroll: true });
  go(node);
};
const startSearch = () => {
  search.focus();
  search.select();
};
const onSearch = {
  ArrowDown: (count) => choose((chosen + 1) % count),
  ArrowUp: (count) => choose((chosen - 1 + count) % count),
  Enter: () => take(found[chosen]),
  Escape: () => results.hidden ? search.blur() : closeSearch(),
};
on(search, "input", showFound);
on(search, "focus", showFound);
on(search, "blur", closeSearch);
on(search, "keydown", (event) => {
  if (event.isComposing || !onSearch[event.key] || (results.hidden && event.key !== "Escape")) return;
  event.preventDefault();
  event.stopPropagation();
  onSearch[event.key](Math.min(found.length, MOST) || 1);
});
on(results, "pointerdown", (event) => event.preventDefault());
on(results, "click", (event) => take(found[event.target.closest("[id]").id.replace("result-", "")]));

// Pointers: one moves the picture, two also scale it; a click that did not move chooses a card.

const pointers = new Map();
const STILL = 5;
let travelled = 0;
const grip = () => {
  const [one, other = one] = [...pointers.values()];
  const box = stage.getBoundingClientRect();
  const far = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
  return { x: (one.clientX + other.clientX) / 2 - box.left, y: (one.clientY + other.clientY) / 2 - box.top, far };
};
const release = (event) => pointers.delete(event.pointerId);
on(stage, "pointerdown", (event) => {
  if (event.button) return;
  if (!pointers.size) travelled = 0;
  pointers.set(event.pointerId, event);
});
on(stage, "pointermove", (event) => {
  if (!event.buttons) release(event);
  if (!pointers.has(event.pointerId)) return;
  const before = grip();
  pointers.set(event.pointerId, event);
  const after = grip();
  travelled += Math.hypot(after.x - before.x, after.y - before.y) + Math.abs(after.far - before.far);
  if (travelled < STILL) return;
  stage.setPointerCapture(event.pointerId);
  moving();
  view.x += after.x - before.x;
  view.y += after.y - before.y;
  zoom(before.far && after.far ? after.far / before.far : 1, after.x, after.y, false);
});
on(stage, "pointerup", release);
on(stage, "pointercancel", release);
on(stage, "wheel", (event) => {
  event.preventDefault();
  moving();
  const far = (event.deltaY || event.deltaX) * [1, 16, 400][event.deltaMode];
  const box = stage.getBoundingClientRect();
  if (event.shiftKey) view.x -= far;
  const factor = event.shiftKey ? 1 : Math.exp(-far * (event.ctrlKey ? 0.01 : 0.0015));
  zoom(factor, event.clientX - box.left, event.clientY - box.top, false);
}, { passive: false });
const nodeAt = (event) => owners.get(event.target.closest("g.card"));
on(stage, "click", (event) => {
  const node = nodeAt(event);
  if (travelled >= STILL) return;
  if (!node) leave();
  else if (event.target.closest(".handle, .pill")) toggle(node);
  else go(node);
});
on(stage, "pointerover", (event) => placeHandle(nodeAt(event) ?? focused));
on(stage, "focusin", (event) => {
  const node = nodeAt(event);
  placeHandle(node);
  if (node && event.target.matches(":focus-visible")) reveal(node);
});

// Keys.

const step = (node) => node?.card?.focus({ preventScroll: true });
const beside = (node, way) => {
  const peers = node.up?.below ?? drawn.filter((one) => !one.up);
  step(peers[peers.indexOf(node) + way]);
};
const onCard = {
  ArrowUp: (node) => step(node.up),
  ArrowDown: (node) => {
    if (node.shut) toggle(node);
    step(node.below[0]);
  },
  ArrowLeft: (node) => beside(node, -1),
  ArrowRight: (node) => beside(node, 1),
  Enter: (node) => focused === node ? sheet.querySelector("h2").focus() : go(node),
  " ": toggle,
};
const toggleOutline = (open = outline.hidden) => {
  outline.hidden = !open;
  byId("outline-button").setAttribute("aria-expanded", open);
  (open && outline.querySelector("a") || byId("outline-button")).focus();
  adapt();
};
const anywhere = {
  "/": startSearch,
  "+": () => zoom(1.25),
  "=": () => zoom(1.25),
  "-": () => zoom(0.8),
  0: () => fit(),
  1: () => zoom(1 / view.scale),
  "?": () => byId("help").showModal(),
  Escape: () => {
    if (outline.contains(document.activeElement)) toggleOutline(false);
    else if (focused) leave();
    else document.activeElement.blur();
  },
};
on(document, "keydown", (event) => {
  const control = event.ctrlKey || event.metaKey;
  const typing = control || event.altKey || event.target.matches("input, select, dialog *, dialog");
  const run = control && event.key === "f" ? startSearch : !typing && (owners.has(event.target) && onCard[event.key] || anywhere[event.key]);
  if (!run) return;
  event.preventDefault();
  run(owners.get(event.target));
});

// Buttons, and the beginning.

const buttons = { "zoom-in": "+", "zoom-out": "-", fit: 0, actual: 1, "help-button": "?" };
for (const [name, key] of Object.entries(buttons)) on(byId(name), "click", () => anywhere[key]());
on(byId("outline-button"), "click", () => toggleOutline());
const layers = byId("layers");
const deepest = Math.min(most(drawn, "depth"), 12);
layers.append(make("option", { value: 0 }, words.all_layers));
for (let count = 1; count < deepest; count += 1) layers.append(make("option", { value: count }, fill(words.layer, count)));
on(layers, "change", () => showLayers(Number(layers.value)));
byId("depth").hidden = deepest < 2;
on(window, "hashchange", followHash);
on(window, "resize", adapt);

document.documentElement.classList.add("live");
outline.hidden = true;
prepareCards();
fit(false);
const top = drawn.find((node) => node.below.length) ?? drawn[0];
if (top && view.scale < 0.28) centre(top, 0.6, 0.2, false);
followHash();
