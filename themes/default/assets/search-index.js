/* The index of the search, as it lies on a host or a stick. It comes in scripts of its own, which
   call __rl, since nothing else can be read from a file. Needs search-words.js before it;
   src/search/ and src/render/search.rs write what is read here. */
(function () {
  "use strict";

  var redlist = window.redlist;
  if (redlist.open) return;

  // The site's root, from where this script lies: never from the page.
  var SCRIPT = document.currentScript && document.currentScript.src || "";
  var ROOT = SCRIPT.replace(/[?#].*$/, "").replace(/assets\/[^\/]*$/, "");

  // In a single-file edition the index and the pictures stand in the page itself, and pages are
  // its sections.
  var FILE = window.redlistFile;

  function address(path) {
    return FILE ? "#" + path.replace(/\.html$/, "").replace(/\//g, ".") : ROOT + path;
  }

  /* ---- Numbers ---- */

  function value(code) {
    return code - 40 - (code > 60 ? 1 : 0) - (code > 92 ? 1 : 0);
  }

  /// Calls `each` with every number of a text.
  function numbers(text, each) {
    var lead = 0;
    for (var i = 0; i < text.length; i += 1) {
      var digit = value(text.charCodeAt(i));
      if (digit >= 64) {
        lead = lead * 21 + digit - 64;
      } else {
        each(lead * 64 + digit);
        lead = 0;
      }
    }
  }

  /* ---- Loading ---- */

  var waiting = new Map();

  /// A payload is JSON, or JSON that was packed, which begins with a mark.
  function read(payload) {
    return JSON.parse(payload[0] === "`" ? unpack(payload) : payload);
  }

  /// Undoes what src/search/pack.rs does: after a mark stand a length and a distance back. The text
  /// is put together as numbers, since growing a string by parts of itself takes long.
  function unpack(packed) {
    var at = 1;
    function number() {
      for (var lead = 0; ;) {
        var digit = value(packed.charCodeAt(at));
        at += 1;
        if (digit < 64) return lead * 64 + digit;
        lead = lead * 21 + digit - 64;
      }
    }
    var codes = new Uint16Array(number());
    var end = 0;
    while (at < packed.length) {
      var code = packed.charCodeAt(at);
      at += 1;
      var length = code === 96 ? number() : 0;
      if (length === 0) {
        codes[end] = code;
        end += 1;
      } else {
        var start = end - number();
        codes.copyWithin(end, start, start + length + 4);
        end += length + 4;
      }
    }
    var text = "";
    for (var from = 0; from < end; from += 8192) {
      text += String.fromCharCode.apply(null, codes.subarray(from, Math.min(from + 8192, end)));
    }
    return text;
  }

  window.__rl = function (key, json) {
    var waiter = waiting.get(key);
    if (!waiter) return;
    try {
      waiter.done(read(json));
    } catch (broken) {
      waiter.failed(new Error("lost"));
    }
  };

  function load(folder, name) {
    var key = folder + ":" + name;
    var known = waiting.get(key);
    if (known) return known.promise;
    if (FILE) return FILE.kept[key] ? Promise.resolve(read(FILE.kept[key])) : Promise.reject(new Error("lost"));
    var waiter = {};
    waiter.promise = new Promise(function (done, failed) {
      waiter.done = done;
      waiter.failed = failed;
    });
    waiting.set(key, waiter);
    var script = document.createElement("script");
    script.src = ROOT + "search/" + folder + "/" + name + ".js";
    script.onload = function () { waiter.failed(new Error("lost")); };
    script.onerror = function () {
      waiting.delete(key);
      waiter.failed(new Error("lost"));
    };
    document.head.appendChild(script);
    return waiter.promise;
  }

  var opened = new Map();

  /// The index in a folder below `search/`.
  function open(folder) {
    if (!opened.has(folder)) {
      opened.set(folder, load(folder, "root").then(function (root) { return new Index(folder, root); }));
      opened.get(folder).catch(function () { opened.delete(folder); });
    }
    return opened.get(folder);
  }

  /* ---- The index ---- */

  function Index(folder, root) {
    this.folder = folder;
    this.root = root;
    this.size = root.n;
    this.language = root.lang;
    this.starts = root.words.split(" ");
    this.messages = root.messages;
    this.shards = new Map();
    this.values = null;
    this.facets = null;
  }

  Index.prototype.shard = async function (name) {
    var shard = await load(this.folder, name);
    // A stick on which only some files were replaced.
    if (shard.b !== this.root.b) throw new Error("other edition");
    return shard;
  };

  /// The words of a shard in order, each with its entries still packed.
  Index.prototype.words = function (at) {
    if (!this.shards.has(at)) this.shards.set(at, this.shard("w" + at).then(unpackWords));
    return this.shards.get(at);
  };

  function unpackWords(shard) {
    var list = [];
    var postings = [];
    var before = [];
    if (shard.w) {
      shard.w.split("\n").forEach(function (line) {
        var space = line.indexOf(" ");
        var shared = value(line.charCodeAt(0));
        before = before.slice(0, shared).concat(Array.from(line.slice(1, space)));
        list.push(before.join(""));
        postings.push(line.slice(space + 1));
      });
    }
    return { list: list, postings: postings };
  }

  /// The place of a text in a sorted list, or where it would stand.
  function find(list, text) {
    var low = 0;
    var high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (list[middle] < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /// The place of the last of some rising numbers that is not above another.
  function lastUpTo(starts, number) {
    var at = starts.length - 1;
    while (at > 0 && starts[at] > number) at -= 1;
    return at;
  }

  /// The shard in which a word would stand.
  Index.prototype.shardOf = function (word) {
    var at = find(this.starts, word);
    if (this.starts[at] === word) return at;
    return Math.max(0, at - 1);
  };

  /// The last shard that can hold a word with this start.
  Index.prototype.lastShardOf = function (start) {
    return Math.max(this.shardOf(start), find(this.starts, start + "\uffff") - 1);
  };

  Index.prototype.card = async function (entry) {
    var size = this.root.cards;
    var shard = await this.shard("c" + Math.floor(entry / size));
    return this.toCard(shard.e[entry % size], entry);
  };

  Index.prototype.toCard = function (card, entry) {
    if (!card) return null;
    return {
      entry: entry, title: card[0], path: card[1], href: address(card[1]), also: card[2], summary: card[3],
      category: card[4], years: card[5], places: card[6],
      picture: card[7] && { src: FILE ? FILE.blank : ROOT + card[7][0], class: FILE && FILE.pictures[card[7][0]] || null, width: card[7][1], height: card[7][2] },
      lang: card[8], dir: card[9]
    };
  };

  /// The points and texts of an entry.
  Index.prototype.text = async function (entry) {
    var starts = this.root.texts;
    var at = lastUpTo(starts, entry);
    var text = (await this.shard("t" + at)).e[entry - starts[at]];
    if (!text) return null;
    return {
      lookFor: text[0], mistaken: text[1], warnings: text[2], inscriptions: text[3], body: text[4], sizes: text[5],
      names: text[6]
    };
  };

  /// The values by which results can be narrowed. The entries of most stand in further shards.
  Index.prototype.openValues = function () {
    if (!this.values) this.values = this.facetShard(0).then(unpackValues.bind(null, this));
    return this.values;
  };

  Index.prototype.facetShard = function (at) { return this.shard("f" + at); };

  function unpackValues(index, first) {
    return first.v.map(function (value, at) {
      return { at: at, kind: index.root.kinds[value[0]][0], id: value[1], label: value[2], wider: value[3], names: value[4] };
    });
  }

  /// Loads the entries of some values, in the shards in which they stand.
  Index.prototype.openBearers = async function (values) {
    var starts = this.root.facets;
    var needed = new Map();
    values.forEach(function (value) {
      if (value.packed === undefined) needed.set(lastUpTo(starts, value.at), true);
    });
    var shards = await Promise.all(Array.from(needed.keys()).map(this.facetShard, this));
    values.forEach(function (value) {
      shards.forEach(function (shard) {
        if (value.packed === undefined) value.packed = shard.p[value.at - shard.s];
      });
    });
  };

  /// All values with their entries, and the years of all entries.
  Index.prototype.openFacets = function () {
    if (!this.facets) this.facets = unpackFacets(this);
    return this.facets;
  };

  async function unpackFacets(index) {
    var values = await index.openValues();
    var shards = await Promise.all(index.root.facets.map(function (_, at) { return index.facetShard(at); }));
    var pieces = [];
    shards.forEach(function (shard) { pieces = pieces.concat(shard.p); });
    values.forEach(function (value) { value.packed = pieces[value.at]; });
    var years = [];
    pieces.slice(values.length).forEach(function (piece) {
      numbers(piece, function (number) { years.push(number); });
    });
    return { values: values, years: years };
  }

  /// The entries that bear a value, as a rising list.
  function bearers(value) {
    if (!value.entries) {
      var at = 0;
      value.entries = [];
      numbers(value.packed, function (step) {
        at += step;
        value.entries.push(at);
      });
    }
    return value.entries;
  }

  /* ---- Words that are alike ---- */

  function unpackSpelling(shard) {
    if (!shard.list) {
      var before = [];
      shard.list = (shard.w ? shard.w.split(" ") : []).map(function (packed) {
        before = before.slice(0, value(packed.charCodeAt(0))).concat(Array.from(packed.slice(1)));
        return before.join("");
      });
    }
    return shard.list;
  }

  /// In how many letters a word that is meant may differ from a typed one. Of short words, too many
  /// are near to one another; three Arabic letters, without vowels, say as much as five Latin ones.
  function mayDiffer(word) {
    var length = Array.from(word).length;
    if (length < (/[\u0600-\u06ff]/.test(word) ? 3 : 4)) return 0;
    return length < 7 ? 1 : 2;
  }

  /// The words of the index that are nearest to one that it does not have.
  Index.prototype.nearest = async function (word, prefix) {
    var most = mayDiffer(word);
    if (most === 0) return [];
    // Slips at the first letter are rare: other words are looked at when no such one is near.
    var alike = await this.nearestOf(word, prefix, most, this.spellingOf(word[0]));
    return alike.length ? alike : this.nearestOf(word, prefix, most, this.root.spelling.map(function (_, at) { return at; }));
  };

  /// The shards of the words that begin with a letter.
  Index.prototype.spellingOf = function (letter) {
    var starts = this.root.spelling;
    var shards = [];
    starts.forEach(function (start, at) {
      var next = starts[at + 1];
      if (start <= letter + "\uffff" && (next === undefined || next >= letter)) shards.push(at);
    });
    return shards;
  };

  Index.prototype.nearestOf = async function (word, prefix, most, shards) {
    var lists = await Promise.all(shards.map(function (at) { return this.shard("s" + at); }, this));
    var best = most + 1;
    var found = [];
    lists.forEach(function (shard) {
      unpackSpelling(shard).forEach(function (other) {
        var d = redlist.distance(word, other, Math.min(best, most), false);
        if (prefix && d > 1 && other.length > word.length) d = Math.min(d, redlist.distance(word, other.slice(0, word.length + most), Math.min(best, most), true) + 0.5);
        if (other[0] !== word[0]) d += 0.25;
        if (d > most + 0.75 || d > best) return;
        if (d < best) found = [];
        best = d;
        found.push(other);
      });
    });
    return found.slice(0, 6);
  };

  /* ---- Words for readers ---- */

  Index.prototype.number = function (n) {
    var digits = Array.from(this.root.digits);
    return String(n).replace(/[0-9]/g, function (digit) { return digits[digit]; });
  };

  Index.prototype.say = function (key) {
    var values = Array.prototype.slice.call(arguments, 1);
    return (this.messages[key] || "").replace(/\{(\d)\}/g, function (_, at) { return values[at]; });
  };

  /// What to tell when files are missing, or come from another edition.
  Index.prototype.trouble = function (error) {
    return this.say(error && error.message === "other edition" ? "search-other-edition" : "search-lost");
  };

  /// A count with its noun, in the plural form that the language wants.
  Index.prototype.counted = function (what, n) {
    var forms = this.root.counted[what];
    var which = forms[1].charCodeAt(n < 200 ? n : 100 + n % 100) - 48;
    return forms[0][which].replace("{0}", this.number(n));
  };

  /* ---- The address ---- */

  /// In a single-file edition, the section that a part of a page stands in.
  function section(part) {
    return part.closest(".page");
  }

  /// Keeps a search in the address, and in the links to the same page in other languages. In a
  /// single-file edition the address says which section is shown, so it is kept beside that: a phone
  /// loads a page again that it had put away.
  redlist.keep = function (params, page) {
    var text = params.toString();
    if (FILE) {
      var shown = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (shown && section(shown) === section(page)) history.replaceState({ section: section(page).id, query: text }, "");
      return;
    }
    var query = text ? "?" + text : "";
    history.replaceState(null, "", location.href.replace(/[?#].*$/, "") + query);
    document.querySelectorAll(".languages a[hreflang]").forEach(function (link) {
      link.href = link.href.replace(/[?#].*$/, "") + query;
    });
  };

  /// What was kept of a search on this page.
  redlist.kept = function (page) {
    var state = history.state;
    var text = !FILE ? location.search : state && state.section === section(page).id ? state.query : "";
    return new URLSearchParams(text);
  };

  redlist.root = ROOT;
  redlist.file = FILE;
  redlist.open = open;
  redlist.unpack = unpack;
  redlist.Index = Index;
  redlist.read = { numbers: numbers, find: find, bearers: bearers };
})();
