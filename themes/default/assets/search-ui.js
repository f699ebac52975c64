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
    var key = error && error.message === "other edition" ? "search-other-edition" : "search-lost";
    return index ? index.say(key) : "";
  }

  /// In a single-file edition the page of the search is a section of the same page.
  function toSearch(folder, query) {
    var page = document.getElementById(folder + ".search");
    var input = page.querySelector("input[type=search]");
    input.value = query;
    input.dispatchEvent(new Event("input"));
    location.hash = page.id;
  }

  /* ---- Suggestions ---- */

  function suggest(form) {
    var input = form.querySelector("input[type=search]");
    var list = element("ul", { class: "suggestions", id: "suggestions-" + (numbered += 1), role: "listbox", hidden: "hidden" });
    var status = element("p", { class: "visually-hidden", role: "status" });
    var turn = 0;
    var active = -1;
    form.append(list, status);
    [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["autocomplete", "off"]]
      .forEach(function (pair) { input.setAttribute(pair[0], pair[1]); });

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
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
      var query = input.value;
      if (!query.trim()) {
        status.textContent = "";
        return close();
      }
      var index;
      try {
        index = await redlist.open(form.dataset.folder);
        list.setAttribute("aria-label", index.say("search-suggestions"));
        var result = await index.search(query, {}, function () { return mine === turn; });
        var cards = await Promise.all(result.entries.slice(0, 6).map(index.card, index));
        if (mine !== turn) return;
        list.textContent = "";
        active = -1;
        input.removeAttribute("aria-activedescendant");
        cards.filter(Boolean).forEach(function (card) {
          option(index, card.href, [redlist.picture(card), element("span", {}, [title(card, index, result.matched), meta([card.category, card.years])])]);
        });
        var total = result.entries.length;
        status.textContent = total ? index.counted("results", total) : index.say("search-nothing");
        if (total > cards.length) option(index, "", element("span", { class: "all" }, index.say("search-all")));
        if (total === 0) return close();
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
      } catch (error) {
        if (mine !== turn) return;
        close();
        status.textContent = trouble(index, error);
      }
    }

    input.addEventListener("input", update);
    input.addEventListener("focus", function () { if (list.children.length) update(); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.children.length) {
        event.preventDefault();
        if (list.hidden) {
          list.hidden = false;
          input.setAttribute("aria-expanded", "true");
        }
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

  function readState() {
    var params = new URLSearchParams(location.search);
    var state = { q: params.get("q") || "", filters: {} };
    params.forEach(function (value, key) {
      if (key === "q" || !value) return;
      if (key === "from" || key === "to") {
        if (/^-?\d{1,7}$/.test(value)) state.filters[key] = Number(value);
      } else if (/^[a-z]+$/.test(key)) {
        state.filters[key] = (state.filters[key] || []).concat(value);
      }
    });
    return state;
  }

  function writeState(state) {
    // There the address says which section is shown.
    if (redlist.file) return;
    var params = new URLSearchParams();
    if (state.q.trim()) params.append("q", state.q);
    Object.keys(state.filters).forEach(function (key) {
      [].concat(state.filters[key]).forEach(function (value) { params.append(key, value); });
    });
    var text = params.toString();
    history.replaceState(null, "", location.href.replace(/[?#].*$/, "") + (text ? "?" + text : ""));
  }

  function searchPage(page) {
    var form = page.querySelector("form");
    var input = form.querySelector("input[type=search]");
    var part = function (name) { return page.querySelector("[data-" + name + "]"); };
    var results = part("results");
    var more = part("more");
    var state = readState();
    var shown = SHOWN;
    var turn = 0;
    var boxes = null;
    var index = null;

    input.value = state.q;

    async function update() {
      var mine = turn += 1;
      writeState(state);
      try {
        index = index || await redlist.open(form.dataset.folder);
        var idle = !state.q.trim() && Object.keys(state.filters).length === 0;
        var preview = function () {
          if (mine !== turn) return false;
          part("status").textContent = "…";
        };
        var found = await index.search(state.q, state.filters, preview);
        if (mine !== turn) return;
        part("browse").hidden = !idle;
        if (idle) found.entries = [];
        await showResults(found, mine, idle);
        if (mine === turn) await showFacets(found, mine);
      } catch (error) {
        if (mine === turn) part("status").textContent = trouble(index, error) || part("status").dataset.lost;
      }
    }

    async function showResults(found, mine, idle) {
      var cards = await Promise.all(found.entries.slice(0, shown).map(index.card, index));
      if (mine !== turn) return;
      var items = cards.filter(Boolean).map(function (card) { return result(card, found); });
      results.textContent = "";
      items.forEach(function (item) { results.append(item.node); });
      more.hidden = found.entries.length <= shown;
      var total = found.entries.length;
      part("status").textContent = idle ? "" : total ? index.counted("results", total) : index.say("search-nothing") + " " + index.say("search-nothing-hint");
      var corrections = part("corrected");
      corrections.textContent = "";
      found.corrected.forEach(function (correction) {
        corrections.append(element("p", {}, index.say("search-corrected", correction.typed, correction.found.join(", "))));
      });
      items.forEach(function (item) { if (!item.hits && !idle && state.q.trim()) showPassage(item, found, mine); });
    }

    function result(card, found) {
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
    async function showPassage(item, found, mine) {
      var text = await index.text(item.card.entry).catch(function () { return null; });
      if (!text || mine !== turn) return;
      var language = item.card.lang || index.language;
      var best = null;
      redlist.passages(text).forEach(function (passage) {
        var piece = redlist.marked(passage.trim(), language, found.matched);
        if (piece.found && (!best || piece.found > best.found)) best = piece;
      });
      if (best) return void item.words.append(element("span", { class: "passage", lang: item.card.lang, dir: item.card.dir }, best));
      for (var name of text.names) {
        var known = index.root.languages[name[0]];
        var piece = redlist.marked(name[1] + (name[2] ? " · " + name[2] : ""), known[0], found.matched);
        if (!piece.found) continue;
        item.words.append(element("span", { class: "passage" }, [index.say("search-in-language", known[2]) + " ", element("bdi", { lang: known[0], dir: known[1] }, piece)]));
        return;
      }
    }

    /* Ways to narrow */

    async function showFacets(found, mine) {
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
        var details = element("details", { open: wide && at === 2 || state.filters[kind[0]] ? "open" : null }, [element("summary", {}, kind[1]), top]);
        holder.append(details);
        if (kind[0] === "period") holder.append(part("years"));
      });
      part("years").hidden = false;
      fillYears();
      part("narrow").hidden = false;
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

    function fillYears() {
      ["from", "to"].forEach(function (end) {
        var n = state.filters[end];
        part("years").querySelector("[name=" + end + "]").value = typeof n === "number" ? Math.abs(n) : "";
        if (typeof n === "number") part("years").querySelector("[name=" + end + "-era]").value = n < 0 ? "bce" : "ce";
      });
    }

    part("years").addEventListener("change", function () {
      ["from", "to"].forEach(function (end) {
        var n = parseInt(redlist.fold(part("years").querySelector("[name=" + end + "]").value), 10);
        var before = part("years").querySelector("[name=" + end + "-era]").value === "bce";
        if (n > 0 && n < 10000000) state.filters[end] = before ? -n : n;
        else delete state.filters[end];
      });
      shown = SHOWN;
      update();
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
    more.addEventListener("click", function () {
      var first = results.children.length;
      shown += SHOWN;
      update().then(function () {
        var link = results.children[first] && results.children[first].querySelector("a");
        if (link) link.focus();
      });
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
      if (redlist.file) return;
      state = readState();
      input.value = state.q;
      update();
    });
    update();
  }

  document.querySelectorAll("form[data-suggest]").forEach(suggest);
  document.querySelectorAll("[data-search-page]").forEach(searchPage);
})();
