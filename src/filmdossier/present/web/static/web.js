// Everything works without this: "/" leads to the search field, and a menu closes when one looks elsewhere.
addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("find")?.focus();
  }
  if (event.key === "Escape") {
    const open = document.querySelector(".menu[open]");
    open?.removeAttribute("open");
    open?.querySelector("summary").focus();
  }
});

addEventListener("click", (event) => {
  document.querySelectorAll(".menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.removeAttribute("open");
  });
});
