// Comfort only: every page works without it.
(function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
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
