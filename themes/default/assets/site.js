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
})();
