/* What a query finds. Reads queries, finds and ranks entries, narrows them, and marks what was
   found. search-ui.js, identify.js and the tests use it. Needs search-index.js before it. */
(function () {
  "use strict";

  var redlist = window.redlist;
  if (redlist.parse) return;

  var Index = redlist.Index;
  var fold = redlist.fold;
  var words = redlist.words;
  var forms = redlist.forms;
  var typedForms = redlist.typedForms;
  var withoutArticle = redlist.withoutArticle;
  var numbers = redlist.read.numbers;
  var find = redlist.read.find;
  var bearers = redlist.read.bearers;

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
    if (part.phrase && count > 0) return this.withPhrase(part, { worths: worths, count: count }, progress);
    return { worths: worths, count: count };
  };

  /// Keeps the entries in which the words stand in this order.
  Index.prototype.withPhrase = async function (part, found, progress) {
    var self = this;
    var entries = [];
    found.worths.forEach(function (worth, entry) { if (worth > 0) entries.push(entry); });
    var wanted = part.words;
    function stands(text) {
      var all = words(text);
      return all.some(function (_, at) { return wanted.every(function (word, i) { return all[at + i] === word; }); });
    }
    async function hasPhrase(entry) {
      var card = await self.card(entry);
      if ([card.title, card.summary].concat(card.also.split(" · ")).some(stands)) return true;
      var text = await self.text(entry);
      return passages(text).some(stands) || text.names.some(function (name) { return stands(name[1]) || name[2].split(" · ").some(stands); });
    }
    for (var from = 0; from < entries.length; from += AT_ONCE) {
      // Nobody waits for what was typed before any more.
      if (from && progress && progress() === false) break;
      var some = entries.slice(from, from + AT_ONCE);
      var kept = await Promise.all(some.map(hasPhrase));
      some.forEach(function (entry, at) {
        if (kept[at]) return;
        found.worths[entry] = 0;
        found.count -= 1;
      });
    }
    return found;
  };

  /// How many entries' texts are asked for at a time.
  var AT_ONCE = 200;

  /// The passages of a text that may be shown, the most telling first.
  function passages(text) {
    var mistaken = text.mistaken.map(function (pair) { return pair[0] + ": " + pair[1]; });
    return text.lookFor.concat(text.inscriptions || [], sentences(text.body), mistaken, text.warnings);
  }

  function sentences(text) {
    return text.match(/[^.!?؟。！？]+[.!?؟。！？]*\s*/g) || [];
  }

  /* ---- Searching ---- */

  /// Searches. `filters` maps a kind to the ids of the chosen values; `from` and `to` are years.
  /// `progress` is called while it takes long, and says `false` when nobody waits for the result.
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

  redlist.parse = parse;
  redlist.passages = passages;
  redlist.element = element;
  redlist.marked = marked;
  redlist.picture = picture;
})();
