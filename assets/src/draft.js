// Saves a form while somebody writes, and says so. Without it the buttons save the page.
const form = document.querySelector("form.draft[data-save]");
if (form) {
  const told = document.getElementById("lagret");
  const changed = new Set();
  const pause = 700;
  const retry = 5000;
  const patience = 15000;
  let waiting = 0;
  let saving = false;
  let posting = null;

  const seen = (name) => form.elements.namedItem(`sett.${name}`);
  const valueOf = (name) => {
    const field = form.elements.namedItem(name);
    return field ? field.value : "";
  };
  const say = (text) => { if (told.textContent !== text) told.textContent = text; };
  const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  const later = (after) => {
    clearTimeout(waiting);
    waiting = setTimeout(save, after);
  };

  async function save() {
    if (saving || changed.size === 0) return;
    saving = true;
    const names = [...changed];
    changed.clear();
    const body = new URLSearchParams({ token: valueOf("token") });
    for (const name of names) {
      body.set(name, valueOf(name));
      body.set(`sett.${name}`, seen(name)?.value ?? "");
    }
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body, redirect: "error", signal: AbortSignal.timeout(patience) });
      if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
      const result = await answer.json();
      if (result.problem) {
        say(result.problem);
      } else {
        for (const [name, value] of Object.entries(result.seen)) if (seen(name)) seen(name).value = value;
        say(result.rivals.length > 0 ? form.dataset.rival : form.dataset.saved.replace("{0}", clock()));
      }
    } catch {
      for (const name of names) changed.add(name);
      say(form.dataset.failed);
      later(retry);
    } finally {
      saving = false;
      if (posting) form.requestSubmit(posting);
      else if (changed.size > 0) later(pause);
    }
  }

  form.addEventListener("input", ({ target }) => {
    if (!target.name || !seen(target.name)) return;
    changed.add(target.name);
    later(pause);
  });
  form.addEventListener("change", () => { if (changed.size > 0) later(0); });
  // The page itself is posted: what is still waiting goes with it.
  form.addEventListener("submit", (event) => {
    changed.clear();
    clearTimeout(waiting);
    if (!saving) return;
    // What is on its way is answered first: otherwise the page would bring an older version of its own text.
    event.preventDefault();
    posting = event.submitter;
  });
  // Whoever closes the page in the middle of a word keeps the word.
  addEventListener("pagehide", () => {
    if (changed.size === 0) return;
    const body = new URLSearchParams({ token: valueOf("token") });
    for (const name of changed) {
      body.set(name, valueOf(name));
      body.set(`sett.${name}`, seen(name)?.value ?? "");
    }
    navigator.sendBeacon(form.dataset.save, body);
  });
}

const errors = document.getElementById("feil");
if (errors) errors.focus();
