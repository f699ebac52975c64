// Comfort only: every page works without it.
(function () {
  "use strict";
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
})();
