"use strict";
// Everything works without this: markers and labels are plain links. It adds the flash, the way
// back to the statement one came from, and opens folded parts for printing.
(() => {
  const pane = document.getElementById("documents");
  const beside = matchMedia("(min-width: 72rem)");
  const back = document.createElement("a");
  back.className = "return";
  back.hidden = true;
  document.body.append(back);

  const pieces = (label) => [...document.querySelectorAll("mark[data-p]")].filter((mark) => mark.dataset.p === label);

  const light = (label) => {
    document.querySelectorAll("mark.now").forEach((mark) => mark.classList.remove("now", "flash"));
    const found = pieces(label);
    found.forEach((mark) => {
      mark.classList.add("now");
      void mark.offsetWidth; // restarts the animation on a second click
      mark.classList.add("flash");
    });
    return found[0];
  };

  const reveal = (mark) => {
    if (!pane || !mark) return;
    if (beside.matches) {
      const offset = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += offset - pane.clientHeight / 3;
    } else {
      mark.scrollIntoView({ block: "center" });
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const hash = link.getAttribute("href"); // a link of a drawing has no .hash
    const label = decodeURIComponent(hash.slice(1));
    if (link.closest(".src, .graph")) {
      event.preventDefault();
      const from = link.closest("[id]");
      if (hash !== location.hash) history.pushState(null, "", hash);
      reveal(light(label));
      back.href = "#" + from.id;
      back.textContent = "↩ Back to the statement";
      back.hidden = beside.matches;
    } else if (link === back || link.closest(".back")) {
      back.hidden = true;
    }
  });

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const fold = target.closest("details");
    if (fold) fold.open = true;
    if (target.matches("mark")) reveal(light(target.id));
    else if (fold) target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  addEventListener("popstate", arrive);
  if (location.hash) arrive();

  const folds = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...folds()]; opened.forEach((fold) => { fold.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((fold) => { fold.open = false; }); opened = []; });
})();
