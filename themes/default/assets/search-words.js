/* Texts as the search sees them: folded, cut into words, with the forms of each, and how near one
   word is to another. Begins `window.redlist`, which search-index.js and search.js go on with.

   Folding, words and forms do what src/search/fold.rs and src/search/words.rs do; shared vectors
   and a property test hold the two together. */
(function () {
  "use strict";

  // A page of its own and the box in the header may both ask for it.
  if (window.redlist) return;

  /* ---- Folding ---- */

  var MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/g;
  var SILENT = /[\u00ad\u02b9-\u02bf\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u0621]/g;
  var LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h",
    "ı": "i", "ə": "e", "ς": "σ", "ٱ": "ا", "ى": "ی", "ي": "ی", "ے": "ی", "ك": "ک", "ڪ": "ک",
    "ة": "ه", "ھ": "ه", "ہ": "ه", "ۃ": "ه", "ۀ": "ه", "ە": "ه"
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
  var SORANI = ["هکان", "هکه", "یهک", "ێکی", "ێک", "انی", "ان", "هی", "یی", "ین", "تر", "ی", "ه", "یان", "مان", "تان"];
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

  /* ---- Misspelt words ---- */

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

  window.redlist = {
    fold: fold, words: words, forms: forms, typedForms: typedForms, withoutArticle: withoutArticle,
    distance: distance
  };
})();
