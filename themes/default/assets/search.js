/* The search. One classic script that works from a host and from a stick alike: the index comes in
   scripts of its own, which call __rl. It makes the box in the header suggest entries, and fills
   the page of the search. `window.redlist` is what identify.js and the tests use.

   Folding, words and forms do what src/search/fold.rs and src/search/words.rs do; shared vectors
   and a property test hold the two together. */
(function () {
  "use strict";

  // A page of its own and the box in the header may both ask for it.
  if (window.redlist) return;

  // The site's root, from where this script lies: never from the page.
  var SCRIPT = document.currentScript && document.currentScript.src || "";
  var ROOT = SCRIPT.replace(/[?#].*$/, "").replace(/assets\/[^\/]*$/, "");

  // In a single-file edition the index and the pictures stand in the page itself, and pages are
  // its sections.
  var FILE = window.redlistFile;

  function address(path) {
    return FILE ? "#" + path.replace(/\.html$/, "").replace(/\//g, ".") : ROOT + path;
  }

  /* ---- Folding ---- */

  var MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;
  var SILENT = /[\u00ad\u02b9-\u02bf\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0621]/g;
  var LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ı": "i", "ə": "e", "ς": "σ", "ٱ": "ا", "ى": "ی", "ي": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک",
    "ة": "ه", "ھ": "ه", "ہ": "ه", "ۃ": "ه", "ۀ": "ه"
  };
  var LETTER = new RegExp("[" + Object.keys(LETTERS).join("") + "]", "g");
  var DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
  var WORD;
  try {
    WORD = new RegExp("[\\p{L}\\p{M}\\p{N}]", "u");
  } catch (old) {
    // A browser that does not know the classes of Unicode.
    WORD = /[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u052f\u0591-\u05bd\u05d0-\u05ea\u0610-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06fc\u0700-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\u9fff\ua000-\ud7ff\uf900-\ufdcf\ufdf0-\ufdfd\ufe70-\ufefc\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc]/;
  }

  function isWord(c) {
    return c !== undefined && WORD.test(c);
  }

  function fold(text) {
    if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
    var lower = "";
    var before = " ";
    for (var c of text.normalize("NFKC")) {
      if (!(c === "ئ" && !isWord(before))) lower += c.toLowerCase();
      before = c;
    }
    return lower.replace(/ۀ/g, "ه").normalize("NFD").replace(MARKS, "").replace(SILENT, "")
      .replace(LETTER, function (c) { return LETTERS[c]; })
      .replace(DIGIT, function (c) { return String(c.charCodeAt(0) & 15); })
      .normalize("NFC");
  }

  /* ---- Words and their forms ---- */

  function isPair(c) {
    var n = c === undefined ? 0 : c.codePointAt(0);
    return n >= 0x3040 && n <= 0x30ff || n >= 0x3400 && n <= 0x4dbf || n >= 0x4e00 && n <= 0x9fff ||
      n >= 0xf900 && n <= 0xfaff || n >= 0x20000 && n <= 0x3ffff;
  }

  function words(text) {
    var chars = Array.from(fold(text));
    var found = [];
    var word = [];
    function end() {
      var text = word.join("");
      word = [];
      if (text && !/^[a-z]$/.test(text)) found.push(text);
    }
    function follows(at) { return isWord(chars[at]) && !isPair(chars[at]); }
    for (var at = 0; at < chars.length; at += 1) {
      var c = chars[at];
      if (isPair(c)) {
        end();
        var start = at;
        while (isPair(chars[at + 1])) at += 1;
        if (start === at) found.push(c);
        for (var i = start; i < at; i += 1) found.push(chars[i] + chars[i + 1]);
      } else if (isWord(c)) {
        word.push(c);
      } else if (!(/['‘’`´]/.test(c) && word.length >= 3 && follows(at + 1) && follows(at + 2))) {
        end();
      }
    }
    end();
    return found;
  }

  var ARABIC = ["یات", "یه", "ات", "ها", "ین", "ون", "ان", "ه", "ی"];
  var SORANI = ["ەکان", "ەکە", "یەک", "ێکی", "ێک", "انی", "ان", "ەی", "یی", "ین", "تر", "ی", "ە", "یان", "مان", "تان"];
  var PERSIAN = ["هایی", "های", "ها", "ترین", "تر", "ان", "ات", "ی"];
  var GERMAN = ["ern", "en", "er", "es", "em", "e", "n", "s"];
  var TURKISH = ["leri", "lari", "ler", "lar", "si", "i"];
  var ARTICLES = ["وال", "بال", "کال", "فال", "لل", "ال"];

  function count(text) { return Array.from(text).length; }

  function withoutEnding(word, endings, least) {
    for (var ending of endings) {
      var rest = word.slice(0, word.length - ending.length);
      if (word.endsWith(ending) && count(rest) >= least) return rest;
    }
    return word;
  }

  function withoutArticle(word) {
    for (var article of ARTICLES) {
      var rest = word.slice(article.length);
      if (word.startsWith(article) && count(rest) >= 3) return rest;
    }
    return word;
  }

  function english(word) {
    var length = count(word);
    var stem = word;
    if (length > 4 && word.endsWith("ies")) stem = word.slice(0, -3) + "y";
    else if (length > 4 && /(sses|xes|ches|shes)$/.test(word)) stem = word.slice(0, -2);
    else if (length > 3 && /s$/.test(word) && !/(ss|us|is)$/.test(word)) stem = word.slice(0, -1);
    var left = count(stem);
    if (left >= 7 && stem.endsWith("ing")) stem = stem.slice(0, -3);
    else if (left >= 6 && stem.endsWith("ed")) stem = stem.slice(0, -2);
    if (count(stem) >= 5 && stem.endsWith("e")) stem = stem.slice(0, -1);
    return stem;
  }

  function french(word) {
    var length = count(word);
    var stem = word;
    if (length > 5 && /aux$/.test(word) && !/eaux$/.test(word)) stem = word.slice(0, -2) + "l";
    else if (length > 3 && /[sx]$/.test(word)) stem = word.slice(0, -1);
    while (count(stem) > 3 && stem.endsWith("e")) stem = stem.slice(0, -1);
    return stem;
  }

  function forms(word, language) {
    var found = [word];
    function add(form) { if (found.indexOf(form) < 0) found.push(form); }
    switch (language.split("-")[0]) {
      case "ar":
        var bare = withoutArticle(word);
        add(bare);
        add(withoutEnding(bare, ARABIC, 3));
        if (bare === word && /^[وبلکف]/.test(word) && count(word) > 3) {
          add(withoutEnding(word.slice(1), ARABIC, 3));
        }
        break;
      case "ckb":
        var stem = word;
        for (;;) {
          var shorter = withoutEnding(stem, SORANI, 2);
          if (shorter === stem) break;
          stem = shorter;
        }
        add(stem);
        break;
      case "fa": add(withoutEnding(word, PERSIAN, 3)); break;
      case "en": add(english(word)); break;
      case "fr": add(french(word)); break;
      case "de": add(withoutEnding(word, GERMAN, 4)); break;
      case "tr": add(withoutEnding(word, TURKISH, 3)); break;
      case "es": case "it": case "pt": case "ca": add(withoutEnding(word, ["es", "s"], 4)); break;
    }
    return found;
  }

  /* The forms that a typed word may have in the index, with what each is worth: its own, then
     spellings of other hands. A reader may type another language than that of the page. */
  function typedForms(word, language) {
    var found = new Map();
    function add(form, worth) { if (!(found.get(form) >= worth)) found.set(form, worth); }
    forms(word, language).forEach(function (form, at) { add(form, at ? 0.9 : 1); });
    if (/[\u0600-\u06ff]/.test(word)) {
      var bare = withoutArticle(word);
      if (bare !== word) add(bare, 0.8);
      if (!/^ar/.test(language)) forms(word, "ar").slice(1).forEach(function (form) { add(form, 0.5); });
    } else if (/^[a-z]+$/.test(word)) {
      if (/[aou]e/.test(word)) add(word.replace(/([aou])e/g, "$1"), 0.8);
      if (/[ao]e/.test(word)) add(word.replace(/[ao]e/g, "e"), 0.8);
      if (!/^en/.test(language)) forms(word, "en").slice(1).forEach(function (form) { add(form, 0.5); });
    }
    return found;
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

  /* ---- Queries ---- */

  /// Parts of a query: `{sign, field, words, phrase, prefix}`.
  function parse(query, fields) {
    var parts = [];
    var text = query.replace(/[“”„«»＂]/g, '"').replace(/[＋]/g, "+").replace(/[－−–](?=\S)/g, "-").replace(/[＊٭]/g, "*").replace(/[：]/g, ":");
    var token = /(^|\s)([+-]?)([^\s"+:-][^\s":]*:)?("([^"]*)("|$)|[^\s"]+)/g;
    var match;
    while ((match = token.exec(text))) {
      var quoted = match[5] !== undefined;
      var field = match[3] ? fields[words(match[3]).join("")] : undefined;
      // What looks like a field and is none is two words.
      var raw = (match[3] && !field ? match[3] + " " : "") + (quoted ? match[5] : match[4]);
      var star = !quoted && /\*$/.test(raw);
      var found = words(raw);
      // A single letter is a start to go on from.
      if (found.length === 0 && !quoted && /^[+-]?[a-z]\*?$/i.test(raw)) found = [fold(raw).replace(/[^a-z]/g, "")];
      if (found.length === 0) continue;
      var last = token.lastIndex === text.length && !/\s$/.test(text);
      var typing = last && (!quoted || match[6] === "");
      var phrase = quoted && found.length > 1;
      if (phrase || match[2] || field) {
        parts.push({ sign: match[2], field: field, words: found, phrase: phrase, prefix: star || typing && !quoted, star: star });
      } else {
        found.forEach(function (word, at) {
          var end = at === found.length - 1;
          parts.push({ sign: "", words: [word], phrase: false, prefix: end && (star || typing && !quoted), star: end && star });
        });
      }
    }
    return parts;
  }

  /// The entries of a word, with what each is worth: `worths[entry]`. Notes the matched words.
  Index.prototype.entriesOf = async function (word, prefix, matched, progress) {
    var worths = new Float32Array(this.size);
    var count = 0;
    var self = this;
    function take(packed, factor) {
      var at = 0;
      var isStep = true;
      numbers(packed, function (number) {
        if (isStep) {
          at += number;
        } else {
          // What is in another language never comes before what is in the page's.
          var worth = (number < 8 ? number / 1000 : number) * factor;
          if (worths[at] === 0) count += 1;
          if (worth > worths[at]) worths[at] = worth;
        }
        isStep = !isStep;
      });
    }
    var all = typedForms(word, this.language);
    var needed = new Map();
    all.forEach(function (worth, form) { needed.set(self.shardOf(form), true); });
    await Promise.all(Array.from(needed.keys()).map(this.words, this));
    for (var entry of all) {
      var shard = await this.words(this.shardOf(entry[0]));
      var at = find(shard.list, entry[0]);
      if (shard.list[at] !== entry[0]) continue;
      take(shard.postings[at], entry[1]);
      matched.add(entry[0]);
    }
    if (prefix) {
      var starts = Array.from(all.keys()).filter(function (form) { return form === word || form === withoutArticle(word); });
      for (var start of starts) {
        var first = this.shardOf(start);
        var end = this.lastShardOf(start);
        for (var i = first; i <= end; i += 1) {
          var part = await this.words(i);
          for (var j = find(part.list, start); j < part.list.length && part.list[j].startsWith(start); j += 1) {
            // The nearer to the whole word, the better.
            take(part.postings[j], 0.5 + 0.4 * start.length / part.list[j].length);
          }
          matched.starts.add(start);
          if (progress && i < end) progress();
        }
      }
    }
    return { worths: worths, count: count };
  };

  /// The values whose name in any language has a word, and so the entries of a field.
  Index.prototype.entriesOfField = async function (part) {
    var values = await this.openValues();
    var language = this.language;
    var wanted = part.words.map(function (word) { return typedForms(word, language); });
    var worths = new Float32Array(this.size);
    var count = 0;
    var fitting = values.filter(function (value) {
      if (value.kind !== part.field) return false;
      if (!value.words) value.words = words(value.label + " " + value.names + " " + value.id.replace(/[.-]/g, " "));
      var fits = wanted.every(function (all, at) {
        var start = (part.prefix || part.star) && at === wanted.length - 1 ? part.words[at] : null;
        return value.words.some(function (word) {
          return all.has(word) || start && word.startsWith(start) ||
            forms(word, language).some(function (form) { return all.has(form); });
        });
      });
      return fits;
    });
    // Where a value is called just so, those that only mention the word are not meant.
    var exact = fitting.filter(function (value) {
      return (value.label + "\n" + value.names + "\n" + value.id).split("\n").some(function (name) {
        return words(name).every(function (word) { return wanted.some(function (all) { return all.has(word); }); });
      });
    });
    var meant = exact.length ? exact : fitting;
    await this.openBearers(meant);
    meant.forEach(function (value) {
      bearers(value).forEach(function (entry) {
        if (worths[entry] === 0) count += 1;
        worths[entry] = 20;
      });
    });
    return { worths: worths, count: count };
  };

  /// The entries of a part of the query.
  Index.prototype.entriesOfPart = async function (part, matched, progress) {
    if (part.field) return this.entriesOfField(part);
    var found = [];
    for (var at = 0; at < part.words.length; at += 1) {
      var prefix = part.prefix && at === part.words.length - 1;
      found.push(await this.entriesOf(part.words[at], prefix, matched, progress));
    }
    if (found.length === 1) return found[0];
    // Words that belong together must all be there.
    var worths = new Float32Array(this.size);
    var count = 0;
    for (var entry = 0; entry < this.size; entry += 1) {
      if (!found.every(function (one) { return one.worths[entry] > 0; })) continue;
      worths[entry] = Math.min.apply(null, found.map(function (one) { return one.worths[entry]; }));
      count += 1;
    }
    if (part.phrase && count > 0) return this.withPhrase(part, { worths: worths, count: count });
    return { worths: worths, count: count };
  };

  /// Keeps the entries in which the words stand in this order.
  Index.prototype.withPhrase = async function (part, found) {
    var self = this;
    var entries = [];
    found.worths.forEach(function (worth, entry) { if (worth > 0) entries.push(entry); });
    entries.sort(function (a, b) { return found.worths[b] - found.worths[a]; });
    var wanted = part.words;
    function stands(text) {
      var all = words(text);
      return all.some(function (_, at) { return wanted.every(function (word, i) { return all[at + i] === word; }); });
    }
    // The texts of an edition of thousands of entries are not read through for one query.
    var rest = entries.splice(PHRASE_LIMIT);
    rest.forEach(function (entry) { found.worths[entry] = 0; });
    var kept = await Promise.all(entries.map(async function (entry) {
      var card = await self.card(entry);
      if ([card.title, card.summary].concat(card.also.split(" · ")).some(stands)) return true;
      var text = await self.text(entry);
      return passages(text).some(stands) || text.names.some(function (name) { return stands(name[1]) || name[2].split(" · ").some(stands); });
    }));
    entries.forEach(function (entry, at) { if (!kept[at]) found.worths[entry] = 0; });
    found.count = kept.filter(Boolean).length;
    return found;
  };

  var PHRASE_LIMIT = 300;

  /// The passages of a text that may be shown, the most telling first.
  function passages(text) {
    var mistaken = text.mistaken.map(function (pair) { return pair[0] + ": " + pair[1]; });
    return text.lookFor.concat(text.inscriptions || [], sentences(text.body), mistaken, text.warnings);
  }

  function sentences(text) {
    return text.match(/[^.!?؟。！？]+[.!?؟。！？]*\s*/g) || [];
  }

  /* ---- Misspelt words ---- */

  function mayDiffer(length) {
    return length < 3 ? 0 : length < 6 ? 1 : 2;
  }

  /// How many letters must be changed, left out, added or swapped; `least` for more than allowed.
  /// With `start`, the other word may go on.
  function distance(a, b, most, start) {
    if (!start && Math.abs(a.length - b.length) > most) return most + 1;
    var before = null;
    var row = [];
    for (var j = 0; j <= b.length; j += 1) row.push(j);
    for (var i = 1; i <= a.length; i += 1) {
      var next = [i];
      var best = i;
      for (var k = 1; k <= b.length; k += 1) {
        var cost = a[i - 1] === b[k - 1] ? 0 : 1;
        var d = Math.min(row[k] + 1, next[k - 1] + 1, row[k - 1] + cost);
        if (before && i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) d = Math.min(d, before[k - 2] + 1);
        next.push(d);
        if (d < best) best = d;
      }
      if (best > most) return most + 1;
      before = row;
      row = next;
    }
    return start ? Math.min.apply(null, row) : row[b.length];
  }

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

  /// The words of the index that are nearest to one that it does not have.
  Index.prototype.nearest = async function (word, prefix) {
    var most = mayDiffer(count(word));
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
        var d = distance(word, other, Math.min(best, most), false);
        if (prefix && d > 1 && other.length > word.length) d = Math.min(d, distance(word, other.slice(0, word.length + most), Math.min(best, most), true) + 0.5);
        if (other[0] !== word[0]) d += 0.25;
        if (d > most + 0.75 || d > best) return;
        if (d < best) found = [];
        best = d;
        found.push(other);
      });
    });
    return found.slice(0, 6);
  };

  /* ---- Searching ---- */

  /// Searches. `filters` maps a kind to the ids of the chosen values; `from` and `to` are years.
  /// `progress` is told when there is something to show already.
  Index.prototype.search = async function (query, filters, progress) {
    var parts = parse(query, this.root.fields);
    var matched = new Set();
    matched.starts = new Set();
    var corrected = [];
    var self = this;
    var lists = [];
    for (var part of parts) {
      var unsigned = part.sign !== "-";
      var found = await this.entriesOfPart(part, unsigned ? matched : Object.assign(new Set(), { starts: new Set() }), progress);
      if (found.count === 0 && unsigned && !part.field && !part.phrase) {
        for (var word of part.words) {
          var nearest = await this.nearest(word, part.prefix);
          if (nearest.length === 0) continue;
          found = { worths: new Float32Array(this.size), count: 0 };
          for (var other of nearest) {
            var entries = await this.entriesOf(other, false, matched);
            entries.worths.forEach(function (worth, entry) { found.worths[entry] = Math.max(found.worths[entry], worth / 2); });
          }
          found.count = found.worths.reduce(function (sum, worth) { return sum + (worth > 0 ? 1 : 0); }, 0);
          corrected.push({ typed: word, found: nearest });
        }
      }
      lists.push(found);
    }
    return this.rank(parts, lists, filters || {}, matched, corrected);
  };

  Index.prototype.rank = async function (parts, lists, filters, matched, corrected) {
    var size = this.size;
    var scores = new Float32Array(size);
    var asked = parts.some(function (part) { return part.sign !== "-"; });
    var weights = lists.map(function (list) { return Math.log(1 + size / (1 + list.count)) + 0.1; });
    var whole = 0;
    parts.forEach(function (part, at) { if (part.sign !== "-") whole += weights[at]; });
    var entries = [];
    for (var entry = 0; entry < size; entry += 1) {
      var sum = 0;
      var met = 0;
      var out = false;
      for (var at = 0; at < parts.length && !out; at += 1) {
        var worth = lists[at].worths[entry];
        if (parts[at].sign === "-") {
          out = worth > 0;
        } else if (worth > 0) {
          sum += worth * weights[at];
          met += weights[at];
        } else if (parts[at].sign === "+" || parts[at].field) {
          out = true;
        }
      }
      if (out || asked && sum === 0) continue;
      // Entries in which more of the query is met come first.
      scores[entry] = asked ? sum * (met / whole) * (met / whole) : 1;
      entries.push(entry);
    }
    var facets = hasFilters(filters) ? await this.openFacets() : null;
    var found = facets ? narrow(facets, filters, size).filter(entries) : entries;
    found.sort(function (a, b) { return scores[b] - scores[a] || a - b; });
    return { query: parts, all: entries, entries: found, matched: matched, corrected: corrected };
  };

  function hasFilters(filters) {
    return Object.keys(filters).some(function (kind) {
      return kind === "from" || kind === "to" ? filters[kind] !== null && filters[kind] !== undefined : filters[kind].length > 0;
    });
  }

  /// What the chosen values leave. Values of one kind are alternatives; kinds add up.
  function narrow(facets, filters, size) {
    var kinds = Object.keys(filters).filter(function (kind) {
      return kind !== "from" && kind !== "to" && filters[kind].length > 0;
    });
    var sets = kinds.map(function (kind) {
      var fits = new Uint8Array(size);
      facets.values.forEach(function (value) {
        if (value.kind !== kind || filters[kind].indexOf(value.id) < 0) return;
        bearers(value).forEach(function (entry) { fits[entry] = 1; });
      });
      return fits;
    });
    function inYears(entry) {
      var packed = facets.years[2 * entry];
      var first = packed & 1 ? -(packed >> 1) : packed >> 1;
      var last = first + facets.years[2 * entry + 1];
      return !(typeof filters.from === "number" && last < filters.from || typeof filters.to === "number" && first > filters.to);
    }
    var years = typeof filters.from === "number" || typeof filters.to === "number";
    return {
      /// The entries that fit all kinds but one.
      filter: function (entries, but) {
        return entries.filter(function (entry) {
          return sets.every(function (fits, at) { return kinds[at] === but || fits[entry]; }) && (!years || inYears(entry));
        });
      }
    };
  }

  /// How many of the entries bear each value, were it chosen too.
  Index.prototype.counts = async function (entries, filters) {
    var facets = await this.openFacets();
    var narrowed = narrow(facets, filters, this.size);
    var size = this.size;
    var sets = {};
    return facets.values.map(function (value) {
      if (!sets[value.kind]) {
        sets[value.kind] = new Uint8Array(size);
        narrowed.filter(entries, value.kind).forEach(function (entry) { sets[value.kind][entry] = 1; });
      }
      var count = 0;
      bearers(value).forEach(function (entry) { count += sets[value.kind][entry]; });
      return { kind: value.kind, id: value.id, label: value.label, wider: value.wider, count: count };
    });
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

  /// A count with its noun, in the plural form that the language wants.
  Index.prototype.counted = function (what, n) {
    var forms = this.root.counted[what];
    var which = forms[1].charCodeAt(n < 200 ? n : 100 + n % 100) - 48;
    return forms[0][which].replace("{0}", this.number(n));
  };

  /* ---- Showing ---- */

  function element(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      // An empty language or direction says nothing; an empty alternative says that there is nothing to say.
      if ((attributes[key] !== "" || key === "alt") && attributes[key] !== null && attributes[key] !== undefined) node.setAttribute(key, attributes[key]);
    });
    [].concat(children || []).forEach(function (child) { node.append(child); });
    return node;
  }

  /// Whether a word of a text is one that the query found.
  function isMatch(word, language, matched) {
    return words(word).some(function (one) {
      if (forms(one, language).some(function (form) { return matched.has(form); })) return true;
      return Array.from(matched.starts).some(function (start) {
        return one.startsWith(start) || withoutArticle(one).startsWith(start);
      });
    });
  }

  /// A text with what was found marked in it.
  function marked(text, language, matched) {
    var pieces = document.createDocumentFragment();
    var found = 0;
    text.split(/([\s\u2010-\u2015\-\/()«»"“”,;:.،؛·]+)/).forEach(function (piece, at) {
      if (at % 2 === 0 && piece && isMatch(piece, language, matched)) {
        pieces.append(element("mark", {}, piece));
        found += 1;
      } else {
        pieces.append(piece);
      }
    });
    pieces.found = found;
    return pieces;
  }

  function picture(card) {
    if (!card.picture) return element("span", { class: "ground" });
    return element("span", { class: "ground" }, element("img", {
      alt: "", class: card.picture.class, decoding: "async", width: card.picture.width, height: card.picture.height, src: card.picture.src
    }));
  }

  window.redlist = {
    root: ROOT, file: FILE, fold: fold, words: words, forms: forms, open: open, element: element, picture: picture, marked: marked,
    passages: passages, parse: parse, unpack: unpack
  };
})();
