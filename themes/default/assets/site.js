// Comfort only: every page works without it.
(function () {
  "use strict";
  var folder = document.currentScript.src.replace(/[^\/]*$/, "");
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  // By the reader's own clock; the date itself stands there without it.
  document.querySelectorAll("[data-valid-until]").forEach(function (note) {
    var now = new Date();
    var two = function (n) { return (n < 10 ? "0" : "") + n; };
    var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    note.hidden = today <= note.getAttribute("data-valid-until");
  });
  // Answers that are longer than their box would be cut off on paper.
  document.querySelectorAll("textarea").forEach(function (area) {
    area.addEventListener("input", function () {
      while (area.rows < 40 && area.scrollHeight > area.clientHeight) area.rows += 1;
    });
  });
  // The search is loaded when somebody goes to its box.
  function suggest() {
    if (document.documentElement.dataset.search) return;
    document.documentElement.dataset.search = "loaded";
    ["search-words.js", "search-index.js", "search.js", "search-ui.js"].forEach(function (name) {
      var script = document.createElement("script");
      script.src = folder + name;
      script.async = false;
      document.head.appendChild(script);
    });
  }
  document.querySelectorAll("[data-suggest] input").forEach(function (input) {
    input.addEventListener("focus", suggest);
    if (input === document.activeElement) suggest();
  });
  // On the first page: the language that the browser asks for. A suggestion; nobody is sent anywhere.
  var choices = Array.prototype.slice.call(document.querySelectorAll(".chooser a"));
  (navigator.languages || [navigator.language]).some(function (wanted) {
    return [wanted, wanted.split("-")[0]].some(function (tag) {
      return choices.some(function (choice) {
        var words = choice.querySelector(".suggestion");
        if (!words || choice.hreflang.toLowerCase() !== tag.toLowerCase()) return false;
        words.hidden = false;
        choice.classList.add("suggested");
        return true;
      });
    });
  });
  // Escape leaves a picture that stands in front of the page, as it leaves other things.
  document.addEventListener("keydown", function (event) {
    var close = document.querySelector(":target ~ .viewer .close");
    if (event.key === "Escape" && close) close.click();
  });
})();
