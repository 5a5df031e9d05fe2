// The page of a draft saves by itself while somebody types. Without this file the buttons do the
// same; with it, what could not be sent is kept in this browser until it can.
"use strict";

const PAUSE = 1500; // milliseconds after the last key
const RETRY = 15000;

class Draft {
  constructor(form) {
    this.form = form;
    this.words = form.querySelector("[data-save-words]");
    this.key = `draft:${form.dataset.draft}`;
    this.timer = 0;
    this.sending = false;
    this.changed = false;
    this.stopped = false;
    form.addEventListener("input", () => this.note());
    form.addEventListener("submit", () => {
      this.stopped = true;
      this.keep();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.changed && !this.stopped) event.preventDefault();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.changed) this.keep();
    });
    this.offerKept();
  }

  get version() {
    return Number(this.form.elements.version.value);
  }

  note() {
    this.changed = true;
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  say(words, bad = false) {
    this.words.textContent = words;
    this.words.dataset.tone = bad ? "bad" : "";
  }

  async save() {
    if (this.sending) return this.note();
    this.sending = true;
    this.changed = false;
    this.say("正在保存…");
    try {
      await this.send();
    } catch {
      this.changed = true;
      this.keep();
      this.say("没有网络，内容已留在这台电脑上，会自动再试", true);
      this.timer = setTimeout(() => this.save(), RETRY);
    }
    this.sending = false;
  }

  async send() {
    const answer = await fetch(this.form.action, {
      method: "POST",
      body: new FormData(this.form),
      headers: { "X-Autosave": "1" },
      redirect: "manual",
    });
    if (answer.ok) {
      const told = await answer.json();
      this.form.elements.version.value = told.version;
      this.say(told.wrong ? `${told.saved}，有 ${told.wrong} 处格式不对没有保存` : told.saved, Boolean(told.wrong));
      if (told.wrong) this.keep();
      else localStorage.removeItem(this.key);
      await this.renewFindings();
      return;
    }
    this.changed = true;
    this.stopped = true;
    this.keep();
    if (answer.status === 409) {
      const told = await answer.json();
      this.form.elements.version.value = told.version;
      this.say(told.refusal, true);
    } else {
      this.say("登录已过期。请在新窗口重新登录，再回到本页点“保存”；内容都在。", true);
    }
  }

  async renewFindings() {
    const panel = document.querySelector("[data-findings]");
    if (!panel) return;
    const answer = await fetch(panel.dataset.findings, { redirect: "manual" });
    if (answer.ok) panel.innerHTML = await answer.text();
  }

  // -- the copy in this browser -------------------------------------------------------------

  keep() {
    const typed = [...new FormData(this.form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    try {
      const copy = { at: Date.now(), version: this.version, typed };
      localStorage.setItem(this.key, JSON.stringify(copy));
    } catch {
      // Storage may be switched off or full: the server's copy is the one that counts.
    }
  }

  offerKept() {
    const kept = localStorage.getItem(this.key);
    if (!kept) return;
    const { at, version, typed } = JSON.parse(kept);
    const now = new FormData(this.form);
    const differs = typed.some(([name, value]) => now.has(name) && !now.getAll(name).includes(value));
    if (version < this.version || !differs) {
      // The server has saved since, or the page shows the very same.
      localStorage.removeItem(this.key);
      return;
    }
    const offer = document.createElement("p");
    offer.className = "notice-line notice-line--wait";
    const time = new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
    offer.append(`这台电脑上留有 ${time} 没有保存成功的内容。`);
    offer.append(this.button("恢复", () => this.restore(typed)), " ", this.button("不要了", () => {}));
    offer.addEventListener("click", (event) => {
      if (event.target.tagName !== "BUTTON") return;
      localStorage.removeItem(this.key);
      offer.remove();
    });
    this.form.before(offer);
  }

  button(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link-button";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  restore(typed) {
    for (const field of this.form.elements) {
      const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.type !== "hidden" && values.length) field.value = values[0];
    }
    this.note();
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Draft(form);

// Cells copied from a spreadsheet and pasted into a row go through the box made for them.
document.addEventListener("paste", (event) => {
  const rows = event.target.closest?.("[data-rows]");
  const box = rows?.querySelector("[data-paste] textarea");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!box || event.target === box || !/[\t]|\n./.test(text)) return;
  event.preventDefault();
  box.value = text;
  rows.querySelector("[data-paste] button").click();
});
