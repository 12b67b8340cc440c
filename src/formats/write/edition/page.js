// What the page can do beyond being read: views, filters, search, and following a citation without losing one's place.
// All words are in the page already; without this file everything is shown one below the other.
(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const one = (selector, root = document) => root.querySelector(selector);
  const words = document.body.dataset;
  const VIEWS = all("[data-view]").map((link) => link.dataset.view);
  const PAGE = 200;

  // Letters as they are looked for: case, accents, ß, kinds of quotation marks, dashes and spaces make no difference.
  const fold = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss")
      .replace(/[„“”‟«»]/g, '"').replace(/[‚‘’‛‹›]/g, "'").replace(/[‐-―−]/g, "-").replace(/\s+/g, " ");

  const documents = all(".doc").map((element) => ({
    element,
    paragraphs: all(".para", element).map((element) => ({ element, codes: new Set(), text: null })),
  }));
  const codings = [];
  documents.forEach((entry, document) => {
    for (const paragraph of entry.paragraphs) {
      for (const chip of all(".chip", paragraph.element)) {
        const code = Number(chip.dataset.c);
        paragraph.codes.add(code);
        if (!chip.classList.contains("more")) {
          codings[chip.dataset.k] = { chip, code, document, paragraph, pieces: [], text: null };
        }
      }
    }
  });
  const pieces = all(".k").map((element) => {
    const keys = element.dataset.k.split(" ").map(Number);
    if (!element.classList.contains("m")) keys.forEach((key) => codings[key]?.pieces.push(element));
    return { element, codes: keys.map((key) => codings[key]?.code) };
  });
  const entries = all(".code-entry").map((element) => ({ element, code: Number(element.dataset.c), text: null }));
  const rows = all("#grid tbody tr").map((element) => ({
    element,
    document: Number(element.dataset.d),
    head: one("th", element),
    cells: all("td", element),
    text: null,
  }));
  const boxes = { documents: all("[data-document]"), codes: all("[data-code-box]"), groups: all("[data-group]") };

  let state = { view: VIEWS[0], query: "", documents: [], codes: [] };
  let needle = "";
  let listed = [];

  const textOf = (entry, element) => (entry.text ??= fold(element.textContent));
  const wordsOf = (coding) => {
    if (coding.text === null) {
      let last = null;
      coding.text = "";
      for (const piece of coding.pieces) {
        const paragraph = piece.closest(".para");
        if (last && paragraph !== last) coding.text = coding.text.trimEnd() + "\n";
        coding.text += piece.textContent;
        last = paragraph;
      }
      coding.text = coding.text.trim();
    }
    return coding.text;
  };
  const say = (template, count, of) => template.replace("{n}", String(count)).replace("{all}", String(of));

  function transcripts(chosen, wanted) {
    let shown = 0, many = 0;
    documents.forEach((entry, document) => {
      let any = false;
      for (const paragraph of entry.paragraphs) {
        const numbered = paragraph.element.dataset.n !== undefined;
        let on = chosen(document);
        if (on && wanted.size) on = [...paragraph.codes].some((code) => wanted.has(code));
        if (on && needle) on = textOf(paragraph, one(".text", paragraph.element)).includes(needle);
        paragraph.element.hidden = !on;
        any ||= on;
        many += numbered ? 1 : 0;
        shown += on && numbered ? 1 : 0;
      }
      entry.element.hidden = !any;
    });
    for (const { element, codes } of pieces) element.classList.toggle("on", codes.some((code) => wanted.has(code)));
    for (const { chip, code } of codings) chip.classList.toggle("on", wanted.has(code));
    for (const chip of all(".more")) chip.classList.toggle("on", wanted.has(Number(chip.dataset.c)));
    document.body.classList.toggle("narrowed", wanted.size > 0);
    return say(words.transcripts, shown, many);
  }

  function segments(chosen, wanted) {
    listed = codings.map((coding, key) => ({ coding, key })).filter(({ coding }) =>
      chosen(coding.document) && (!wanted.size || wanted.has(coding.code)) &&
      (!needle || fold(wordsOf(coding)).includes(needle)));
    one("#segment-list").replaceChildren();
    more();
    return say(words.segments, listed.length, codings.length);
  }

  // Further segments of the list: all of a large study at once would make the page slow.
  function more() {
    const list = one("#segment-list");
    const next = listed.slice(list.childElementCount, list.childElementCount + PAGE);
    list.append(...next.map(({ coding, key }) => segment(coding, key)));
    one("#segment-more").hidden = list.childElementCount >= listed.length;
    one("#segment-none").hidden = listed.length > 0;
  }

  function made(name, className, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function segment(coding, key) {
    const item = made("article", "seg");
    const meta = made("p", "meta");
    const citation = made("a", "cite", coding.chip.dataset.cite);
    citation.href = one(".num", coding.paragraph.element).getAttribute("href");
    citation.dataset.to = key;
    const code = made("span", "code");
    const swatch = made("span", "swatch a" + coding.code);
    swatch.setAttribute("aria-hidden", "true");
    code.append(swatch, " ", made("bdi", "", entries.find((entry) => entry.code === coding.code)?.element.dataset.path));
    meta.append(citation, code);
    const { group } = documents[coding.document].element.dataset;
    const speakers = new Set(coding.pieces.map((piece) => piece.closest(".para").dataset.s).filter(Boolean));
    for (const said of [group, ...speakers]) if (said) meta.append(made("bdi", "", said));
    for (const said of all("small, .flag", coding.chip)) meta.append(said.cloneNode(true));
    const quotation = made("blockquote", "", wordsOf(coding));
    quotation.dir = "auto";
    item.append(meta, quotation);
    return item;
  }

  function codes(chosen, wanted) {
    let shown = 0;
    for (const entry of entries) {
      const on = (!wanted.size || wanted.has(entry.code)) && (!needle || textOf(entry, entry.element).includes(needle));
      entry.element.hidden = !on;
      shown += on ? 1 : 0;
      for (const place of all(".places > li", entry.element)) place.hidden = !chosen(Number(place.dataset.d));
    }
    return say(words.codes, shown, entries.length);
  }

  function grid(chosen, wanted) {
    let shown = 0;
    for (const head of all("#grid thead th[data-c]")) head.hidden = wanted.size > 0 && !wanted.has(Number(head.dataset.c));
    for (const row of rows) {
      for (const cell of row.cells) cell.hidden = wanted.size > 0 && !wanted.has(Number(cell.dataset.c));
      const on = chosen(row.document) &&
        (!needle || [row.head, ...row.cells].some((cell) => !cell.hidden && fold(cell.textContent).includes(needle)));
      row.element.hidden = !on;
      shown += on ? 1 : 0;
    }
    return say(words.grid, shown, rows.length);
  }

  // Where the words stand that are looked for, across the edges of codes.
  function ranges(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places = [];
    let folded = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let at = 0;
      for (const letter of node.data) {
        const plain = fold(letter);
        if (!(plain === " " && folded.endsWith(" "))) {
          for (let n = 0; n < plain.length; n++) places.push([node, at, at + letter.length]);
          folded += plain;
        }
        at += letter.length;
      }
    }
    const found = [];
    for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
      const range = new Range();
      range.setStart(places[at][0], places[at][1]);
      range.setEnd(places[at + needle.length - 1][0], places[at + needle.length - 1][2]);
      found.push(range);
    }
    return found;
  }

  function highlight() {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("found");
    if (!needle) return;
    const where = {
      transcripts: ".para:not([hidden]) .text",
      segments: ".seg blockquote",
      codes: ".code-entry:not([hidden])",
      grid: "#grid tbody tr:not([hidden]) :is(th, td:not([hidden]))",
    }[state.view];
    const found = where ? all(where).slice(0, 1000).flatMap(ranges) : [];
    CSS.highlights.set("found", new Highlight(...found));
  }

  function show() {
    needle = fold(state.query.trim());
    const wanted = new Set(state.codes);
    const only = new Set(state.documents);
    const chosen = (document) => !only.size || only.has(document);
    const view = { transcripts, segments, codes, grid }[state.view];
    for (const name of VIEWS) {
      one("#" + name).hidden = name !== state.view;
      const link = one(`[data-view="${name}"]`);
      if (name === state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    one("#found").textContent = view ? view(chosen, wanted) : "";
    one("#search").hidden = one(".filters").hidden = !view;
    one("#clear").hidden = !(state.query || wanted.size || only.size);
    one("#query").value = state.query;
    for (const box of boxes.documents) box.checked = only.has(Number(box.dataset.document));
    for (const box of boxes.codes) box.checked = wanted.has(Number(box.dataset.codeBox));
    for (const box of boxes.groups) {
      const own = boxes.documents.filter((other) => other.dataset.of === box.dataset.group);
      const on = own.filter((other) => other.checked).length;
      box.checked = on > 0 && on === own.length;
      box.indeterminate = on > 0 && on < own.length;
    }
    highlight();
  }

  // What is seen is kept with the history, so that going back from a citation finds the list as it was.
  const keep = () => history.replaceState({ ...state, y: scrollY }, "");
  function change(next) {
    state = { ...state, ...next };
    show();
    keep();
  }

  function follow(hash, keys = "") {
    let id = hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* A % that encodes nothing stays as it is. */ }
    const target = document.getElementById(id);
    if (!target) return false;
    all(".here, .over").forEach((element) => element.classList.remove("here", "over"));
    const view = target.closest("main > section")?.id;
    if (view && view !== state.view) state = { ...state, view };
    show();
    // What is followed is seen with what stands around it.
    if (target.closest("[hidden]") || (target.matches(".para") && (state.query || state.codes.length))) {
      state = { ...state, query: "", documents: [], codes: [] };
      show();
    }
    if (target.matches(".para, .code-entry, .doc")) {
      target.tabIndex = -1;
      target.focus({ preventScroll: true });
      const block = target.matches(".para") ? "center" : "start";
      target.scrollIntoView({ block });
      // What was never laid out has had a guessed height until now.
      requestAnimationFrame(() => target.scrollIntoView({ block }));
      if (target.matches(".para, .code-entry")) target.classList.add("here");
    } else {
      scrollTo(0, 0);
    }
    for (const key of keys.split(" ").filter(Boolean)) {
      codings[key]?.pieces.forEach((piece) => piece.classList.add("over"));
    }
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    keep();
    const hash = link.getAttribute("href");
    if (follow(hash, link.dataset.to)) {
      event.preventDefault();
      history.pushState({ ...state, y: scrollY }, "", hash);
    }
  });
  addEventListener("popstate", (event) => {
    if (!event.state) return void follow(location.hash);
    const { y, ...before } = event.state;
    state = before;
    show();
    scrollTo(0, y);
  });

  // A citation that is typed leads to its place.
  function cited(text) {
    const found = /^\(?\s*(?:\S+\s+)?([^\s:()]+)\s*:\s*(\d+)\s*(?:[f–-].*)?\)?$/u.exec(text.trim());
    const id = found && `${found[1]}:${found[2]}`;
    return id && document.getElementById(id) ? "#" + encodeURIComponent(id) : null;
  }
  let waiting = 0;
  one("#query").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change({ query: event.target.value }), 150);
  });
  one("#search").addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    const query = one("#query").value;
    const hash = cited(query);
    if (!hash) return change({ query });
    state = { ...state, query: "" };
    follow(hash);
    history.pushState({ ...state, y: scrollY }, "", hash);
  });
  one("#clear").addEventListener("click", () => change({ query: "", documents: [], codes: [] }));
  one("#segment-more").addEventListener("click", () => { more(); highlight(); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      one("#query").focus();
    } else if (event.key === "Escape" && typing) {
      change({ query: "" });
    }
  });

  one(".filters").addEventListener("change", (event) => {
    const box = event.target;
    if (box.dataset.group !== undefined) {
      for (const other of boxes.documents) if (other.dataset.of === box.dataset.group) other.checked = box.checked;
    }
    if (box.dataset.codeBox !== undefined) {
      // A code is taken with all below it; single ones can be taken out again.
      const at = boxes.codes.indexOf(box);
      const depth = Number(box.dataset.depth);
      for (const other of boxes.codes.slice(at + 1)) {
        if (Number(other.dataset.depth) <= depth) break;
        other.checked = box.checked;
      }
    }
    change({
      documents: boxes.documents.filter((box) => box.checked).map((box) => Number(box.dataset.document)),
      codes: boxes.codes.filter((box) => box.checked).map((box) => Number(box.dataset.codeBox)),
    });
  });

  // The words of a code are shown where its name is pointed at.
  const point = (on) => (event) => {
    const chip = event.target.closest?.(".chip");
    if (chip) codings[chip.dataset.k]?.pieces.forEach((piece) => piece.classList.toggle("over", on));
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    one("#transcripts").addEventListener(name, point(on));
  }

  document.documentElement.classList.add("js");
  if (matchMedia("(max-width: 60rem)").matches) one(".filters details").open = false;
  show();
  if (location.hash) follow(location.hash);
  keep();
})();
