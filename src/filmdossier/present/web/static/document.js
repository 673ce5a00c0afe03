// A passage that is selected in the text can become a statement: a link appears that takes its words along.
const pane = document.querySelector("#documents[data-document]");
const link = pane?.querySelector(".selected");
const LONGEST = 1500;

const words = () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return "";
  const range = selection.getRangeAt(0);
  const text = pane.querySelector(".text");
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return "";
  const copy = range.cloneContents();
  copy.querySelectorAll(".back").forEach((label) => label.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
};

if (link && document.querySelector("main a[href$='/add']")) {
  document.addEventListener("selectionchange", () => {
    const quote = words();
    link.hidden = quote.length < 2 || quote.length > LONGEST;
    if (!link.hidden) link.href = `/documents/${pane.dataset.document}/add?${new URLSearchParams({ quote })}`;
  });
}
