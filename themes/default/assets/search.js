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

  /// A query with the signs of other keyboards made plain, and quotes apart from what they touch.
  function plain(query) {
    var text = query.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/[“”„«»＂]/g, '"').replace(/[＋]/g, "+").replace(/[－−–](?=\S)/g, "-").replace(/[＊٭]/g, "*").replace(/[：]/g, ":");
    return text.replace(/"[^"]*("|$)/g, function (quoted, end, at) {
      var touches = at > 0 && !/[\s:+-]/.test(text[at - 1]);
      return (touches ? " " : "") + quoted + (end ? " " : "");
    });
  }

  /// The words of a text as they were typed, one for each folded word.
  function asTyped(raw, folded) {
    var typed = [];
    raw.split(/[\s\u2010-\u2015\-\/:+*,.;،؛]+/).forEach(function (piece) {
      var own = words(piece);
      typed = typed.concat(own.length === 1 ? piece : own);
    });
    return typed.length === folded.length ? typed : folded;
  }

  /// Parts of a query: `{sign, field, words, typed, phrase, prefix}`.
  function parse(query, fields) {
    var parts = [];
    var text = plain(query);
    var token = /(^|\s)([+-]?)([^\s"+:-][^\s":]*:)?("([^"]*)("|$)|[^\s"]+)/g;
    var match;
    while ((match = token.exec(text))) {
      var quoted = match[5] !== undefined;
      var name = match[3] ? words(match[3]).join("") : "";
      var field = Object.prototype.hasOwnProperty.call(fields, name) ? fields[name] : undefined;
      // What looks like a field and is none is two words.
      var raw = (match[3] && !field ? match[3] + " " : "") + (quoted ? match[5] : match[4]);
      var star = !quoted && /\*$/.test(raw);
      var found = words(raw);
      // A single letter is a start to go on from.
      if (found.length === 0 && !quoted && /^[+-]?[a-z]\*?$/i.test(raw)) found = [fold(raw).replace(/[^a-z]/g, "")];
      if (found.length === 0) continue;
      var typed = asTyped(raw, found);
      var last = token.lastIndex === text.length && !/\s$/.test(text);
      // A quote that is still open is still being typed.
      var prefix = star || last && (!quoted || match[6] === "");
      var phrase = quoted && found.length > 1;
      if (phrase || match[2] || field) {
        parts.push({ sign: match[2], field: field, words: found, typed: typed, phrase: phrase, prefix: prefix });
      } else {
        found.forEach(function (word, at) {
          parts.push({ sign: "", words: [word], typed: [typed[at]], phrase: false, prefix: prefix && at === found.length - 1 });
        });
      }
    }
    return parts;
  }

  /* ---- The entries of words ---- */

  /// What a search gathers on its way. A quick one may leave words with a start for later, and is
  /// then `partial`.
  function gathering(progress, quick) {
    var matched = new Set();
    matched.starts = new Set();
    return { matched: matched, corrected: [], progress: progress, quick: quick, partial: false };
  }

  /// The entries of a word, with what each is worth: `worths[entry]`. Notes the matched words.
  Index.prototype.entriesOf = async function (word, prefix, seen) {
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
      seen.matched.add(entry[0]);
    }
    if (prefix) {
      var starts = Array.from(all.keys()).filter(function (form) { return form === word || form === withoutArticle(word); });
      for (var start of starts) {
        var first = this.shardOf(start);
        var end = this.lastShardOf(start);
        for (var i = first; i <= end; i += 1) {
          if (seen.quick && i > first && count > 0) {
            seen.partial = true;
            break;
          }
          var part = await this.words(i);
          for (var j = find(part.list, start); j < part.list.length && part.list[j].startsWith(start); j += 1) {
            // The nearer to the whole word, the better.
            take(part.postings[j], 0.5 + 0.4 * start.length / part.list[j].length);
          }
          seen.matched.starts.add(start);
          if (seen.progress && i < end) seen.progress();
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
        var start = part.prefix && at === wanted.length - 1 ? part.words[at] : null;
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

  /// The entries of a word of a part, or of those that are alike where no entry has it.
  Index.prototype.entriesOfWord = async function (part, at, seen) {
    var word = part.words[at];
    var prefix = part.prefix && at === part.words.length - 1;
    var found = await this.entriesOf(word, prefix, seen);
    if (found.count > 0 || part.sign === "-" || part.phrase) return found;
    var nearest = await this.nearest(word, prefix);
    if (nearest.length === 0) return found;
    for (var other of nearest) {
      var entries = await this.entriesOf(other, false, seen);
      entries.worths.forEach(function (worth, entry) { found.worths[entry] = Math.max(found.worths[entry], worth / 2); });
    }
    found.count = found.worths.reduce(function (sum, worth) { return sum + (worth > 0 ? 1 : 0); }, 0);
    seen.corrected.push({ typed: part.typed[at], found: nearest });
    return found;
  };

  /// The entries of a part of the query.
  Index.prototype.entriesOfPart = async function (part, seen) {
    if (part.field) return this.entriesOfField(part);
    var found = [];
    for (var at = 0; at < part.words.length; at += 1) found.push(await this.entriesOfWord(part, at, seen));
    if (found.length === 1) return found[0];
    // Words that belong together must all be there.
    var all = { worths: new Float32Array(this.size), count: 0 };
    for (var entry = 0; entry < this.size; entry += 1) {
      if (!found.every(function (one) { return one.worths[entry] > 0; })) continue;
      all.worths[entry] = Math.min.apply(null, found.map(function (one) { return one.worths[entry]; }));
      all.count += 1;
    }
    return part.phrase && all.count > 0 ? this.withPhrase(part, all, seen.progress) : all;
  };

  /// Says whether a text in a language has the words of a phrase in their order, in any form.
  function phraseIn(part, language) {
    var wanted = part.words.map(function (word) { return typedForms(word, language); });
    var start = part.prefix ? part.words[part.words.length - 1] : null;
    var known = new Map();
    function fits(word, at, language) {
      if (start && at === wanted.length - 1 && (word.startsWith(start) || withoutArticle(word).startsWith(start))) return true;
      return forms(word, language).some(function (form) { return wanted[at].has(form); });
    }
    // Most words of a text come again and again.
    function knownFits(word, at, language) {
      var key = at + language + " " + word;
      if (!known.has(key)) known.set(key, word !== undefined && fits(word, at, language));
      return known.get(key);
    }
    return function (text, language) {
      var all = words(text);
      return all.some(function (_, at) {
        return wanted.every(function (_, i) { return knownFits(all[at + i], i, language); });
      });
    };
  }

  /// The entries that bear a value whose name in any language has a phrase.
  Index.prototype.bearersOfPhrase = async function (stands) {
    var language = this.language;
    var languages = this.root.languages.map(function (known) { return known[0]; });
    var values = (await this.openValues()).filter(function (value) {
      return stands(value.label, language) || value.names.split("\n").some(function (name) {
        return languages.some(function (other) { return stands(name, other); });
      });
    });
    await this.openBearers(values);
    var all = new Set();
    values.forEach(function (value) { bearers(value).forEach(all.add, all); });
    return all;
  };

  /// Keeps the entries in which the words stand in this order.
  Index.prototype.withPhrase = async function (part, found, progress) {
    var self = this;
    var entries = [];
    found.worths.forEach(function (worth, entry) { if (worth > 0) entries.push(entry); });
    var stands = phraseIn(part, this.language);
    var labelled = await this.bearersOfPhrase(stands);
    async function hasPhrase(entry) {
      if (labelled.has(entry)) return true;
      var card = await self.card(entry);
      if (!card) return false;
      var language = card.lang || self.language;
      function inLanguage(text) { return stands(text, language); }
      if ([card.title, card.summary].concat(card.also.split(" · ")).some(inLanguage)) return true;
      var text = await self.text(entry);
      return Boolean(text) && (passages(text).some(inLanguage) || text.names.some(function (name) {
        var other = self.root.languages[name[0]][0];
        return stands(name[1], other) || name[2].split(" · ").some(function (also) { return stands(also, other); });
      }));
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
    return text.match(/[^.!?؟。！？\n]+[.!?؟。！？]*\s*/g) || [];
  }

  /* ---- Searching ---- */

  /// Searches. `filters` maps a kind to the ids of the chosen values; `from` and `to` are years.
  /// `progress` is called while it takes long, and says `false` when nobody waits for the result.
  /// With `quick`, what takes few files is found first: the result says whether it is `partial`.
  Index.prototype.search = async function (query, filters, progress, quick) {
    var parts = parse(query, this.root.fields);
    var seen = gathering(progress, quick);
    var lists = [];
    for (var part of parts) {
      // What must not be there is neither marked nor put right, and never left for later.
      lists.push(await this.entriesOfPart(part, part.sign === "-" ? gathering(progress, false) : seen));
    }
    return this.rank(parts, lists, filters || Object.create(null), seen);
  };

  Index.prototype.rank = async function (parts, lists, filters, seen) {
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
    return { query: parts, all: entries, entries: found, matched: seen.matched, corrected: seen.corrected, partial: seen.partial };
  };

  /// Of the filters in an address those that this edition knows: a term may be gone since it was
  /// noted, and others add parameters of their own.
  Index.prototype.known = async function (asked) {
    var filters = Object.create(null);
    ["from", "to"].forEach(function (end) { if (typeof asked[end] === "number") filters[end] = asked[end]; });
    if (filters.from > filters.to) Object.assign(filters, { from: asked.to, to: asked.from });
    var kinds = this.root.kinds.map(function (kind) { return kind[0]; }).filter(function (kind) { return asked[kind]; });
    if (kinds.length === 0) return filters;
    (await this.openValues()).forEach(function (value) {
      if (kinds.indexOf(value.kind) < 0 || asked[value.kind].indexOf(value.id) < 0) return;
      filters[value.kind] = (filters[value.kind] || []).concat(value.id);
    });
    return filters;
  };

  /// A year as readers write it, with digits of any language; a minus says that it is before the
  /// common era. Nothing for what is no year.
  function yearOf(text, isBefore) {
    var digits = redlist.fold(text).replace(/[\s,.'’٬،]/g, "").replace(/^[−–‐]/, "-");
    if (!/^-?\d{1,7}$/.test(digits) || Number(digits) === 0) return null;
    return isBefore ? -Math.abs(Number(digits)) : Number(digits);
  }

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
    var sets = Object.create(null);
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

  /// A folded word as one of the texts writes it, also behind the Arabic article; or as it is.
  function spelt(word, texts) {
    var found = null;
    var starts = /[\u0600-\u06ff]/.test(word) ? [0, 2, 3] : [0];
    texts.join(" ").split(/[\s\u2010-\u2015\-\/()«»"“”,;:.،؛·]+/).some(function (piece) {
      if (piece === word) found = word;
      if (!found) starts.some(function (at) {
        if (fold(piece.slice(at)) === word) found = piece.slice(at);
        return found;
      });
      return found === word;
    });
    return found || word;
  }

  /// What was looked for instead of words that no entry has, as sentences.
  Index.prototype.corrections = function (found, cards) {
    var self = this;
    var texts = [];
    cards.forEach(function (card) { texts.push(card.title, card.also, card.summary); });
    return found.corrected.map(function (correction) {
      var names = correction.found.map(function (word) { return spelt(word, texts); });
      return self.say("search-corrected", correction.typed, names.join(", "));
    });
  };

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
  redlist.yearOf = yearOf;
  redlist.passages = passages;
  redlist.element = element;
  redlist.marked = marked;
  redlist.picture = picture;
})();
