/* What a reader sees of the search: suggestions under the box in the header, and the page of the
   search with its results and the ways to narrow them. Needs search.js before it. */
(function () {
  "use strict";

  var redlist = window.redlist;
  if (!redlist || redlist.ui) return;
  redlist.ui = true;
  var element = redlist.element;

  if (!redlist.file && !document.querySelector("link[href$='search.css']")) {
    document.head.append(element("link", { rel: "stylesheet", href: redlist.root + "assets/search.css" }));
  }

  var numbered = 0;

  function title(card, index, matched) {
    var name = element("span", { class: "name", lang: card.lang, dir: card.dir });
    name.append(redlist.marked(card.title, card.lang || index.language, matched));
    return name;
  }

  function meta(parts) {
    var line = element("span", { class: "meta" });
    parts.filter(Boolean).forEach(function (part, at) {
      if (at) line.append(element("span", { "aria-hidden": "true" }, " · "));
      line.append(element("bdi", {}, part));
    });
    return line;
  }

  /// What to tell when files are missing, or come from another edition.
  function trouble(index, error) {
    return index ? index.trouble(error) : "";
  }

  /// In a single-file edition the page of the search is a section of the same page.
  function toSearch(folder, query) {
    var page = document.getElementById(folder + ".search");
    var input = page.querySelector("input[type=search]");
    location.hash = page.id;
    input.value = query;
    input.dispatchEvent(new Event("input"));
  }

  /* ---- Suggestions ---- */

  function suggest(form) {
    var input = form.querySelector("input[type=search]");
    var list = element("ul", { id: "suggestions-" + (numbered += 1), role: "listbox", hidden: "hidden" });
    // What was put right is no option; it is said by the status.
    var note = element("div", { class: "note", "aria-hidden": "true" });
    var box = element("div", { class: "suggestions", hidden: "hidden" }, [note, list]);
    var status = element("p", { class: "visually-hidden", role: "status" });
    var turn = 0;
    var active = -1;
    form.append(box, status);
    [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["autocomplete", "off"]]
      .forEach(function (pair) { input.setAttribute(pair[0], pair[1]); });

    function show(on) {
      list.hidden = box.hidden = !on;
      input.setAttribute("aria-expanded", String(on));
    }

    function close() {
      // What is still on its way opens nothing any more.
      turn += 1;
      show(false);
      active = -1;
      input.removeAttribute("aria-activedescendant");
    }

    /// Without anything that an arrow could open again.
    function empty(words) {
      close();
      list.textContent = note.textContent = "";
      status.textContent = words;
    }

    function choose(at) {
      var options = list.children;
      if (options[active]) options[active].setAttribute("aria-selected", "false");
      active = at < -1 ? options.length - 1 : at >= options.length ? -1 : at;
      if (active < 0) return input.removeAttribute("aria-activedescendant");
      options[active].setAttribute("aria-selected", "true");
      options[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", options[active].id);
    }

    function option(index, href, content) {
      var node = element("li", { role: "option", id: list.id + "-" + list.children.length, "aria-selected": "false" }, content);
      // The field keeps the focus; the mouse only points.
      node.addEventListener("mousedown", function (event) { event.preventDefault(); });
      node.addEventListener("click", function () { go(href); });
      node.dataset.href = href;
      list.append(node);
    }

    function go(href) {
      if (href) location.href = href;
      else if (redlist.file) toSearch(form.dataset.folder, input.value);
      else form.submit();
      if (redlist.file) close();
    }

    if (redlist.file) {
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        go("");
      });
    }

    async function update() {
      var mine = turn += 1;
      if (!input.value.trim()) return empty("");
      var index;
      try {
        index = await redlist.open(form.dataset.folder);
        list.setAttribute("aria-label", index.say("search-suggestions"));
        var result = await index.search(input.value, Object.create(null), function () { return mine === turn; });
        var cards = (await Promise.all(result.entries.slice(0, 6).map(index.card, index))).filter(Boolean);
        if (mine === turn) fill(index, result, cards);
      } catch (error) {
        if (mine === turn) empty(trouble(index, error));
      }
    }

    function fill(index, result, cards) {
      var total = result.entries.length;
      if (result.query.length === 0) return empty("");
      if (total === 0) return empty(index.say("search-nothing"));
      var corrections = index.corrections(result, cards);
      list.textContent = note.textContent = "";
      active = -1;
      input.removeAttribute("aria-activedescendant");
      corrections.forEach(function (words) { note.append(element("p", {}, words)); });
      cards.forEach(function (card) {
        option(index, card.href, [redlist.picture(card), element("span", {}, [title(card, index, result.matched), meta([card.category, card.years])])]);
      });
      if (total > cards.length) option(index, "", element("span", { class: "all" }, index.say("search-all")));
      status.textContent = corrections.concat(index.counted("results", total)).join(" ");
      if (document.activeElement === input) show(true);
    }

    input.addEventListener("input", update);
    input.addEventListener("focus", function () { if (input.value.trim()) update(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.children.length) {
        event.preventDefault();
        show(true);
        choose(active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        go(list.children[active].dataset.href);
      }
    });
    if (input.value) update();
  }

  /* ---- The page ---- */

  var SHOWN = 20;
  // As many as a phone shows; the others may stand in other files.
  var FIRST = 3;

  /// What the address asks for; which of it there is, only the index knows.
  function readState(page) {
    var params = redlist.kept(page);
    var state = { q: params.get("q") || "", filters: Object.create(null), checked: false };
    params.forEach(function (value, key) {
      if (key === "q" || !value) return;
      if (key === "from" || key === "to") {
        var year = redlist.yearOf(value, false);
        if (year !== null) state.filters[key] = year;
      } else {
        state.filters[key] = (state.filters[key] || []).concat(value);
      }
    });
    return state;
  }

  function writeState(state, page) {
    var params = new URLSearchParams();
    if (state.q.trim()) params.append("q", state.q);
    Object.keys(state.filters).forEach(function (key) {
      [].concat(state.filters[key]).forEach(function (value) { params.append(key, value); });
    });
    redlist.keep(params, page);
  }

  function searchPage(page) {
    var form = page.querySelector("form");
    var input = form.querySelector("input[type=search]");
    var part = function (name) { return page.querySelector("[data-" + name + "]"); };
    var results = part("results");
    var more = part("more");
    var state = readState(page);
    var shown = SHOWN;
    var turn = 0;
    var boxes = null;
    var index = null;
    // What was found last.
    var found = null;

    input.value = state.q;

    async function update() {
      var mine = turn += 1;
      // Whether the results are those of this search.
      var fresh = false;
      try {
        index = index || await redlist.open(form.dataset.folder);
        if (!state.checked) {
          var known = await index.known(state.filters);
          if (mine !== turn) return;
          Object.assign(state, { filters: known, checked: true });
        }
        writeState(state, page);
        var wait = function () {
          if (mine !== turn) return false;
          part("status").textContent = "…";
        };
        // Where the words with a start fill many files, some results come before the others.
        for (var quick of [true, false]) {
          var result = await index.search(state.q, state.filters, wait, quick);
          if (mine !== turn) return;
          found = result;
          await showResults(mine);
          if (mine !== turn) return;
          if (!found.partial) break;
        }
        fresh = true;
        await showFacets(mine);
      } catch (error) {
        if (mine !== turn) return;
        if (!fresh) clear();
        part("status").textContent = trouble(index, error) || part("status").dataset.lost;
      }
    }

    /// Whether nothing is asked for.
    function idle() {
      return found.query.length === 0 && Object.keys(state.filters).length === 0;
    }

    function clear() {
      results.textContent = part("corrected").textContent = "";
      more.hidden = true;
    }

    async function cardsOf(entries) {
      return (await Promise.all(entries.map(index.card, index))).filter(Boolean);
    }

    /// Shows the first results as soon as they are there, then the others.
    async function showResults(mine) {
      var entries = idle() ? [] : found.entries;
      var first = await cardsOf(entries.slice(0, FIRST));
      if (mine !== turn) return;
      part("browse").hidden = !idle();
      clear();
      append(first, mine);
      if (!found.partial) part("status").textContent = idle() ? "" : told(entries.length);
      index.corrections(found, first).forEach(function (words) { part("corrected").append(element("p", {}, words)); });
      if (!found.partial) await showSome(FIRST, shown, mine);
    }

    function told(total) {
      return total ? index.counted("results", total) : index.say("search-nothing") + " " + index.say("search-nothing-hint");
    }

    async function showSome(from, to, mine) {
      append(await cardsOf(idle() ? [] : found.entries.slice(from, to)), mine);
      if (mine === turn) more.hidden = idle() || found.entries.length <= to;
    }

    function append(cards, mine) {
      if (mine !== turn) return;
      cards.forEach(function (card) {
        var item = result(card);
        results.append(item.node);
        if (!item.hits && found.query.length > 0) showPassage(item, mine);
      });
    }

    function result(card) {
      var language = card.lang || index.language;
      var name = title(card, index, found.matched);
      var also = redlist.marked(card.also, language, found.matched);
      var summary = redlist.marked(card.summary, language, found.matched);
      var group = redlist.marked([card.category, card.years, card.places].filter(Boolean).join(" · "), index.language, found.matched);
      var hits = name.querySelectorAll("mark").length + also.found + summary.found + group.found;
      var words = element("span", { class: "words" }, [name]);
      if (also.found) words.append(element("span", { class: "meta", lang: card.lang, dir: card.dir }, also));
      words.append(element("span", { class: "summary", lang: card.lang, dir: card.dir }, summary));
      words.append(element("span", { class: "meta" }, group));
      var link = element("a", { class: "result", href: card.href }, [redlist.picture(card), words]);
      return { node: element("li", {}, link), words: words, card: card, hits: hits };
    }

    /// The passage that matched, where the card does not show it.
    async function showPassage(item, mine) {
      var matched = found.matched;
      var text = await index.text(item.card.entry).catch(function () { return null; });
      if (!text || mine !== turn) return;
      var language = item.card.lang || index.language;
      var best = null;
      redlist.passages(text).forEach(function (passage) {
        var piece = redlist.marked(passage.trim(), language, matched);
        if (piece.found && (!best || piece.found > best.found)) best = piece;
      });
      if (best) return void item.words.append(element("span", { class: "passage", lang: item.card.lang, dir: item.card.dir }, best));
      for (var name of text.names) {
        var known = index.root.languages[name[0]];
        var piece = redlist.marked(name[1] + (name[2] ? " · " + name[2] : ""), known[0], matched);
        if (!piece.found) continue;
        item.words.append(element("span", { class: "passage" }, [index.say("search-in-language", known[2]) + " ", element("bdi", { lang: known[0], dir: known[1] }, piece)]));
        return;
      }
    }

    /* Ways to narrow */

    async function showFacets(mine) {
      var counts = await index.counts(found.all, state.filters);
      if (mine !== turn) return;
      if (!boxes) buildFacets(counts);
      counts.forEach(function (value, at) {
        var box = boxes[at];
        var chosen = (state.filters[value.kind] || []).indexOf(value.id) >= 0;
        box.input.checked = chosen;
        box.input.disabled = value.count === 0 && !chosen;
        box.item.classList.toggle("faded", value.count === 0);
        box.count.textContent = index.number(value.count);
      });
      showChosen(counts);
    }

    function buildFacets(counts) {
      var holder = part("facets");
      var wide = window.matchMedia("(min-width: 60em)").matches;
      boxes = counts.map(function (value) {
        var input = element("input", { type: "checkbox" });
        var count = element("span", { class: "count" });
        var item = element("li", {}, element("label", {}, [input, element("span", {}, value.label), count]));
        if (typeof value.wider === "number") item.className = "narrower";
        input.addEventListener("change", function () { toggle(value.kind, value.id, input.checked); });
        return { input: input, count: count, item: item, value: value };
      });
      index.root.kinds.forEach(function (kind, at) {
        var own = boxes.filter(function (box) { return box.value.kind === kind[0]; });
        if (own.length < 2) return;
        // Narrower values stand under the wider one.
        var lists = new Map();
        var top = element("ul", {});
        own.forEach(function (box) { if (box.item.className !== "narrower") top.append(box.item); });
        own.forEach(function (box) {
          if (box.item.className !== "narrower") return;
          var wider = boxes[box.value.wider];
          if (!lists.has(wider)) {
            lists.set(wider, element("ul", {}));
            wider.item.append(lists.get(wider));
          }
          lists.get(wider).append(box.item);
        });
        var details = element("details", { open: wide && at === 2 || state.filters[kind[0]] ? "open" : null }, [element("summary", {}, kind[1]), element("div", { role: "group", "aria-label": kind[1] }, top)]);
        holder.append(details);
        if (kind[0] === "period") holder.append(part("years"));
      });
      part("years").hidden = false;
      fillYears();
      part("narrow").hidden = part("to-narrow").hidden = false;
    }

    function toggle(kind, id, on) {
      var kept = (state.filters[kind] || []).filter(function (other) { return other !== id; });
      if (on) kept.push(id);
      if (kept.length) state.filters[kind] = kept;
      else delete state.filters[kind];
      shown = SHOWN;
      return update();
    }

    function showChosen(counts) {
      var chosen = part("chosen");
      var focused = Array.from(chosen.querySelectorAll("button")).indexOf(document.activeElement);
      chosen.textContent = "";
      function add(label, remove) {
        var button = element("button", { type: "button", "aria-label": index.say("search-remove", label) }, [element("bdi", {}, label), element("span", { "aria-hidden": "true" }, " ×")]);
        button.addEventListener("click", remove);
        chosen.append(element("li", {}, button));
      }
      counts.forEach(function (value) {
        if ((state.filters[value.kind] || []).indexOf(value.id) >= 0) add(value.label, function () { toggle(value.kind, value.id, false); });
      });
      ["from", "to"].forEach(function (end) {
        if (typeof state.filters[end] !== "number") return;
        var label = end === "from" ? index.say("search-years", year(state.filters.from), "…") : index.say("search-years", "…", year(state.filters.to));
        add(label, function () {
          delete state.filters[end];
          fillYears();
          update();
        });
      });
      chosen.hidden = chosen.children.length === 0;
      if (focused >= 0) (chosen.querySelectorAll("button")[focused] || input).focus();
    }

    function year(n) {
      return index.say(n < 0 ? "era-bce" : "era-ce", index.number(Math.abs(n)));
    }

    function yearInput(end) { return part("years").querySelector("[name=" + end + "]"); }
    function eraInput(end) { return part("years").querySelector("[name=" + end + "-era]"); }

    function fillYears() {
      ["from", "to"].forEach(function (end) {
        var n = state.filters[end];
        yearInput(end).value = typeof n === "number" ? Math.abs(n) : "";
        yearInput(end).removeAttribute("aria-invalid");
        if (typeof n === "number") eraInput(end).value = n < 0 ? "bce" : "ce";
      });
    }

    function readYears() {
      var understood = true;
      ["from", "to"].forEach(function (end) {
        var text = yearInput(end).value.trim();
        var n = redlist.yearOf(text, eraInput(end).value === "bce");
        delete state.filters[end];
        if (n !== null) state.filters[end] = n;
        if (!text || n !== null) return yearInput(end).removeAttribute("aria-invalid");
        yearInput(end).setAttribute("aria-invalid", "true");
        understood = false;
      });
      var from = state.filters.from;
      // From the later to the earlier: what is between them is meant.
      if (from > state.filters.to) Object.assign(state.filters, { from: state.filters.to, to: from });
      // What is not understood stays for the reader to put right.
      if (understood) fillYears();
    }

    part("years").addEventListener("change", function () {
      readYears();
      shown = SHOWN;
      update();
    });
    part("to-narrow").addEventListener("click", function () {
      var heading = part("narrow").querySelector("h2");
      heading.focus();
      heading.scrollIntoView();
    });

    input.addEventListener("input", function () {
      state.q = input.value;
      shown = SHOWN;
      update();
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      state.q = input.value;
      update();
    });
    more.addEventListener("click", async function () {
      var from = shown;
      var mine = turn;
      // One press at a time: they would come in any order.
      if (results.getAttribute("aria-busy")) return;
      results.setAttribute("aria-busy", "true");
      try {
        await showSome(from, from + SHOWN, mine);
        if (mine !== turn) return;
        shown = from + SHOWN;
        var link = results.children[from] && results.children[from].querySelector("a");
        if (link) link.focus();
      } catch (error) {
        if (mine === turn) part("status").textContent = trouble(index, error);
      } finally {
        results.removeAttribute("aria-busy");
      }
    });
    page.addEventListener("keydown", function (event) {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      var links = Array.from(results.querySelectorAll("a"));
      var at = links.indexOf(document.activeElement);
      if (at < 0 && document.activeElement !== input) return;
      var next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (next >= links.length) return;
      event.preventDefault();
      if (next < 0) input.focus();
      else links[next].focus();
    });
    window.addEventListener("popstate", function () {
      // There another section may be shown now, and this one waits as it is.
      if (redlist.file && !redlist.kept(page).toString()) return;
      state = readState(page);
      input.value = state.q;
      update();
    });
    update();
  }

  document.querySelectorAll("form[data-suggest]").forEach(suggest);
  document.querySelectorAll("[data-search-page]").forEach(searchPage);
})();
