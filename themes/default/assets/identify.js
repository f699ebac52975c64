/* "Identify by what you see" on one page: choosing narrows at once, and the address keeps the
   choices. Without this script every choice is a link to a page of its own. Needs search.js. */
(function () {
  "use strict";

  var redlist = window.redlist;
  if (!redlist) return;
  var element = redlist.element;
  var KINDS = ["material", "shape", "script", "size"];
  var FEW = 6;
  var SHOWN = 60;

  // A single-file edition has such a page in each of its languages.
  document.querySelectorAll("[data-identify]").forEach(identify);

  function identify(page) {
    var fits = page.querySelector("[data-fits]");
    var status = page.querySelector("[data-status]");
    var chosen = page.querySelector("[data-chosen]");
    var turn = 0;

    var tiles = Array.from(page.querySelectorAll("[data-choice]")).map(function (tile) {
      var kind = tile.closest("[data-question]").dataset.question;
      return { node: tile, kind: kind, id: tile.dataset.choice, label: tile.querySelector(".name").textContent, count: tile.querySelector(".count") };
    });

    /// The choices in the address that this edition has.
    function read() {
      var params = redlist.kept(page);
      var state = Object.create(null);
      tiles.forEach(function (tile) {
        if (params.get(tile.kind) === tile.id) state[tile.kind] = [tile.id];
      });
      return state;
    }

    var state = read();

    function write() {
      var params = new URLSearchParams();
      KINDS.forEach(function (kind) { if (state[kind]) params.append(kind, state[kind][0]); });
      redlist.keep(params, page);
    }

    function isChosen(tile) {
      return Boolean(state[tile.kind]) && state[tile.kind][0] === tile.id;
    }

    redlist.open(page.dataset.folder).then(function (index) {
      async function update() {
        var mine = turn += 1;
        write();
        tiles.forEach(function (tile) { tile.node.setAttribute("aria-pressed", String(isChosen(tile))); });
        try {
          await narrow(mine);
        } catch (error) {
          if (mine === turn) lead(error);
        }
      }

      async function narrow(mine) {
        var result = await index.search("", state);
        var entries = result.entries;
        var counts = await index.counts(result.all, state);
        var few = entries.length <= FEW && Object.keys(state).length > 0;
        var lost = null;
        // Without their texts, candidates can still be looked at.
        var shown = few ? await compare(entries).catch(function (error) {
          lost = error;
          return sheet(entries);
        }) : await sheet(entries);
        if (mine !== turn) return;
        tiles.forEach(function (tile) {
          var value = counts.filter(function (one) { return one.kind === tile.kind && one.id === tile.id; })[0];
          var count = value ? value.count : 0;
          tile.count.textContent = index.counted("entries", count);
          tile.node.classList.toggle("faded", count === 0);
        });
        showChosen(index.number(entries.length));
        var told = entries.length ? index.counted("entries", entries.length) : index.say("identify-nothing");
        status.textContent = lost ? told + ". " + index.trouble(lost) : told;
        fits.textContent = "";
        fits.append(shown);
      }

      /// Where files of the index are missing, each choice still has a page of its own.
      function lead(error) {
        showChosen("");
        status.textContent = index.trouble(error);
        fits.textContent = "";
        fits.append(element("ul", { class: "ways" }, tiles.filter(isChosen).map(function (tile) {
          return element("li", {}, element("a", { href: tile.node.href }, tile.label));
        })));
      }

      function set(kind, id) {
        if (id) state[kind] = [id];
        else delete state[kind];
        return update();
      }

      function showChosen(count) {
        var focused = chosen.contains(document.activeElement);
        var picked = tiles.filter(isChosen);
        chosen.textContent = "";
        if (picked.length) {
          var toFits = element("a", { class: "to-fits", href: "#fits" }, [status.dataset.label + " ", element("bdi", {}, count)]);
          chosen.append(element("ul", { class: "chosen" }, [toFits].concat(picked.map(taken)).map(function (node) { return element("li", {}, node); })));
        }
        if (focused) (chosen.querySelector("button") || tiles[0].node).focus();
      }

      function taken(tile) {
        var button = element("button", { type: "button", "aria-label": index.say("search-remove", tile.label) }, [element("bdi", {}, tile.label), element("span", { "aria-hidden": "true" }, " ×")]);
        button.addEventListener("click", function () { set(tile.kind, null); });
        return button;
      }

      function name(card) {
        return element("span", { class: "name", lang: card.lang, dir: card.dir }, card.title);
      }

      async function sheet(entries) {
        var cards = await Promise.all(entries.slice(0, SHOWN).map(index.card, index));
        var list = element("ul", { class: "cards" }, cards.filter(Boolean).map(function (card) {
          return element("li", {}, element("a", { class: "card", href: card.href }, [redlist.picture(card), name(card)]));
        }));
        if (entries.length <= SHOWN) return list;
        var search = redlist.file ? "#" + page.dataset.folder + ".search" : redlist.root + page.dataset.search + location.search;
        var link = element("a", { href: search }, index.say("search-all"));
        return element("div", {}, [list, element("p", {}, [index.say("identify-more") + " ", link])]);
      }

      function points(texts, most) {
        return element("ul", { class: "points" }, texts.slice(0, most).map(function (text) { return element("li", {}, text); }));
      }

      function part(className, heading, content, card) {
        return element("div", { class: className }, content ? [element("h4", {}, index.say(heading)), element("div", { lang: card && card.lang, dir: card && card.dir }, content)] : []);
      }

      async function compare(entries) {
        var all = await Promise.all(entries.map(async function (entry) {
          var card = await index.card(entry);
          var text = await index.text(entry);
          if (!card || !text) return null;
          var others = element("ul", {}, text.mistaken.slice(0, 4).map(function (pair) {
            return element("li", {}, [element("strong", {}, pair[0]), " " + pair[1]]);
          }));
          var sizes = element("ul", {}, text.sizes.map(function (size) { return element("li", {}, size[0] + ": " + size[1]); }));
          return element("li", {}, element("article", {}, [
            element("a", { class: "card", href: card.href }, [redlist.picture(card), element("h3", { class: "name", lang: card.lang, dir: card.dir }, card.title)]),
            part("yes", "identify-yes", points(text.lookFor, 4), card),
            part("no", "identify-no", text.mistaken.length ? others : null, card),
            part("how-large", "size", text.sizes.length ? sizes : null, null),
            part("warning", "warning-signs", text.warnings.length ? points(text.warnings, 4) : null, card)
          ]));
        }));
        return element("ul", { class: "compared" }, all.filter(Boolean));
      }

      tiles.forEach(function (tile) {
        tile.node.setAttribute("role", "button");
        tile.node.setAttribute("aria-pressed", "false");
        function press(event) {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
          event.preventDefault();
          set(tile.kind, isChosen(tile) ? null : tile.id);
        }
        tile.node.addEventListener("click", press);
        // A button answers to the space bar too.
        tile.node.addEventListener("keydown", function (event) { if (event.key === " ") press(event); });
      });
      page.querySelectorAll(".unsure").forEach(function (link) {
        var kind = link.closest("[data-question]").dataset.question;
        link.addEventListener("click", function () { if (state[kind]) set(kind, null); });
      });
      if (Object.keys(state).length) return update();
    }).catch(function () {
      // The index is not whole: the links lead on as without a script.
    });
  }
})();
