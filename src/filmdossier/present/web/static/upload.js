// Dropped files and progress for a form that works without; and the page of a reading kept up to date.
const form = document.querySelector("form.upload");

if (form) {
  const drop = form.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const row = form.querySelector("[data-progress]");
  const bar = row.querySelector("progress");
  const words = row.querySelector("span");
  form.querySelector("[data-drop]").hidden = false;

  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  drop.addEventListener("dragleave", (event) => { if (!drop.contains(event.relatedTarget)) drop.classList.remove("over"); });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const sending = new XMLHttpRequest();
    const button = form.querySelector("button");
    button.disabled = true;
    row.hidden = false;
    words.textContent = "Sending …";
    sending.upload.addEventListener("progress", (at) => {
      if (!at.lengthComputable) return;
      bar.value = Math.round(100 * at.loaded / at.total);
      words.textContent = `${bar.value} % sent`;
    });
    sending.addEventListener("load", () => {
      if (sending.status < 400) { location.assign(sending.responseURL); return; }
      // The answer is a page that says what is wrong.
      const said = new DOMParser().parseFromString(sending.responseText, "text/html").querySelector("main");
      words.textContent = said ? said.innerText.trim().replace(/\s+/g, " ") : `The server answered ${sending.status}.`;
      button.disabled = false;
    });
    sending.addEventListener("error", () => {
      words.textContent = "The server cannot be reached. Is it still running?";
      button.disabled = false;
    });
    sending.open("POST", form.action);
    sending.send(new FormData(form));
  });
}

const watch = async () => {
  const here = document.querySelector("#reading[data-watch]");
  if (!here) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#reading");
    if (fresh) {
      here.replaceWith(fresh);
      document.querySelector("h1").textContent = page.querySelector("h1").textContent;
      document.title = page.title;
    }
  } catch {
    // The server may be busy or gone: look again, the page says when it is done.
  }
  setTimeout(watch, 700);
};
setTimeout(watch, 500);
