"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const rules = JSON.parse($("rules").textContent);
  const links = [...$("documents").querySelectorAll("a")];
  const boxes = [...document.querySelectorAll(".rules input")];
  const main = $("document"), tip = $("tip");
  let shown = -1, changes = [], notices = [], fields = [], marks = [], walk = [], current = null;

  // ------------------------------------------------------------------------------------------------ one document

  function open(number) {
    if (number === shown || !links[number]) return;
    shown = number;
    hide();
    const content = $("t" + number).content.cloneNode(true);
    ({ changes, notices, fields } = JSON.parse(content.querySelector("script").textContent));
    main.replaceChildren(content);
    marks = [...main.querySelectorAll("ins, del")];
    links.forEach((link, at) => at === number ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    links[number].scrollIntoView({ block: "nearest" });
    $("name").textContent = links[number].title;
    $("back").disabled = number === 0;
    $("forth").disabled = number === links.length - 1;
    filter();
  }

  function owners(mark, kind) {
    return mark.dataset.k.split(" ").filter((key) => key[0] === kind).map((key) => +key.slice(1));
  }

  function isOn(change) {
    return !hidden.has(rules[changes[change][0]].name);
  }

  // --------------------------------------------------------------------------------------------------- the filter

  let hidden = new Set();

  function filter() {
    hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
    for (const mark of marks) mark.classList.toggle("off", !owners(mark, "c").some(isOn));
    // A change is met once: in the source, or, where it only adds something, in the result.
    const seen = new Set();
    walk = marks.filter((mark) => {
      const own = owners(mark, "c").filter((change) => isOn(change) && !seen.has(change));
      own.forEach((change) => seen.add(change));
      return own.length > 0;
    });
    marks.forEach((mark) => { mark.tabIndex = -1; });
    current = null;
    const first = walk.find((mark) => !mark.closest("details:not([open])")) || walk[0];
    if (first) first.tabIndex = 0;
    tell();
  }

  function tell() {
    const at = walk.indexOf(current);
    $("count").textContent = walk.length ? (at < 0 ? walk.length + " places" : at + 1 + " of " + walk.length) : "no changes";
    $("previous").disabled = $("next").disabled = !walk.length;
  }

  // ---------------------------------------------------------------------------------------------------- the walk

  function step(by) {
    if (!walk.length) return;
    const at = walk.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : walk.length - 1) : (at + by + walk.length) % walk.length;
    visit(walk[next]);
  }

  function visit(mark) {
    for (let fold = mark.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    mark.tabIndex = 0;
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  }

  // ---------------------------------------------------------------------------------------------------- the note

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function describe(mark) {
    const parts = owners(mark, "c").filter(isOn).map((number) => {
      const [rule, before, after, confidence] = changes[number];
      const part = document.createElement("div");
      part.append(element("b", rules[rule].name), element("q", (before || "∅") + " → " + (after || "∅")));
      const sure = confidence < 1 ? " · confidence " + Math.round(confidence * 100) + " %" : "";
      part.append(element("small", rules[rule].about + sure));
      return part;
    });
    parts.push(...owners(mark, "n").map((number) => said(...notices[number])));
    return parts.length ? parts : owners(mark, "m").map((number) => said(fields[number], "read here"));
  }

  function said(head, text) {
    const part = document.createElement("div");
    part.append(element("b", head), element("small", text));
    return part;
  }

  function show(mark) {
    hide();
    const parts = describe(mark);
    if (!parts.length) return;
    tip.replaceChildren(...parts);
    tip.hidden = false;
    mark.setAttribute("aria-describedby", "tip");
    // Where fields of the metadata were read is shown only for itself: it may be a whole line.
    const own = mark.dataset.k.split(" "), changed = own.filter((key) => key[0] !== "m");
    const keys = new Set(changed.length ? changed : own);
    for (const other of main.querySelectorAll("[data-k]")) {
      if (other.dataset.k.split(" ").some((key) => keys.has(key))) other.classList.add("lit");
    }
    place(mark);
  }

  function place(mark) {
    if (getComputedStyle(tip).position === "fixed") {
      tip.style.left = tip.style.top = "";
      return;
    }
    const box = mark.getClientRects()[0] || mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - tip.offsetWidth - 12;
    tip.style.left = scrollX + Math.max(12, Math.min(box.left, room)) + "px";
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.top = scrollY + (below ? box.bottom + 8 : box.top - tip.offsetHeight - 8) + "px";
  }

  function hide() {
    tip.hidden = true;
    for (const mark of main.querySelectorAll(".lit")) mark.classList.remove("lit");
    for (const mark of main.querySelectorAll("[aria-describedby]")) mark.removeAttribute("aria-describedby");
  }

  // -------------------------------------------------------------------------------------------------- the events

  // When the page scrolls below a resting pointer, that is nobody pointing.
  let pointer = "";
  const moved = (event) => pointer !== (pointer = event.screenX + " " + event.screenY);

  document.addEventListener("mouseover", (event) => {
    if (!moved(event)) return;
    const mark = event.target.closest("#document [data-k]");
    if (mark) show(mark); else hide();
  });
  document.addEventListener("mousemove", moved);
  main.addEventListener("focusin", (event) => {
    const mark = event.target.closest("[data-k]");
    if (!mark) return;
    if (current) current.tabIndex = -1;
    mark.tabIndex = 0;
    current = mark;
    show(mark);
    tell();
  });
  main.addEventListener("focusout", hide);
  main.addEventListener("click", (event) => {
    const go = event.target.closest("[data-go]"), mark = event.target.closest("[data-k]");
    if (go) {
      const goal = [...main.querySelectorAll("[data-k]")].find((other) => other.dataset.k.split(" ").includes(go.dataset.go));
      if (goal) visit(goal);
    } else if (mark) {
      mark.tabIndex = 0;
      mark.focus({ preventScroll: true });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return hide();
    if (event.target.matches("input[type=search]")) return;
    const act = { n: () => step(1), p: () => step(-1), "]": () => turn(1), "[": () => turn(-1) }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });

  function turn(by) {
    const number = shown + by;
    if (!links[number]) return;
    location.hash = "d" + number;
    open(number);
  }

  $("next").addEventListener("click", () => step(1));
  $("previous").addEventListener("click", () => step(-1));
  $("forth").addEventListener("click", () => turn(1));
  $("back").addEventListener("click", () => turn(-1));
  $("only").addEventListener("change", (event) => main.classList.toggle("changed-only", event.target.checked));
  boxes.forEach((box) => box.addEventListener("change", filter));
  for (const [id, checked] of [["all", true], ["none", false]]) {
    $(id).addEventListener("click", () => {
      boxes.forEach((box) => { box.checked = checked; });
      filter();
    });
  }
  $("find").addEventListener("input", (event) => {
    const wanted = event.target.value.toLowerCase();
    for (const link of links) link.parentElement.hidden = !link.title.toLowerCase().includes(wanted);
  });
  addEventListener("resize", hide);
  addEventListener("hashchange", follow);

  function follow() {
    const found = /^#d(\d+)$/.exec(location.hash);
    if (found || shown < 0) open(found ? +found[1] : 0);
  }

  follow();
})();
