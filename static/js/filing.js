// The pages of a draft keep what somebody types. Without this file the buttons do the same; with
// it the fields save themselves, and what could not be sent stays in this browser until it can.
"use strict";

const PAUSE = 1500; // milliseconds after the last key
const RETRY = 15000;
const PREFIX = "kept:";

// A copy, in this browser, of what was typed into one form.
class Copy {
  constructor(form, name) {
    this.form = form;
    this.key = PREFIX + name;
  }

  get version() {
    return Number(this.form.elements.version?.value ?? 0);
  }

  typed() {
    return [...new FormData(this.form)].filter(
      ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && name !== "version",
    );
  }

  keep() {
    try {
      const copy = { at: Date.now(), version: this.version, typed: this.typed() };
      localStorage.setItem(this.key, JSON.stringify(copy));
    } catch {
      // Storage may be switched off or full: the server's copy is the one that counts.
    }
  }

  drop() {
    localStorage.removeItem(this.key);
  }

  // Offer to put back what never reached the server; `restored` is told when somebody accepts.
  offer(restored = () => {}) {
    const kept = localStorage.getItem(this.key);
    if (!kept) return;
    const { at, version, typed } = JSON.parse(kept);
    const now = new FormData(this.form);
    const differs = typed.some(([name, value]) => now.has(name) && !now.getAll(name).includes(value));
    if (version < this.version || !differs) {
      // The server has saved since, or the page shows the very same.
      this.drop();
      return;
    }
    const line = document.createElement("p");
    line.className = "notice-line notice-line--wait";
    const time = new Date(at).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
    line.append(`这台电脑上留有 ${time} 没有保存成功的内容。`);
    const answer = (words, act) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button";
      button.textContent = words;
      button.addEventListener("click", () => {
        this.drop();
        line.remove();
        act();
      });
      line.append(button, " ");
    };
    answer("恢复", () => {
      this.restore(typed);
      restored();
    });
    answer("不要了", () => {});
    this.form.before(line);
  }

  restore(typed) {
    for (const field of this.form.elements) {
      const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.type !== "hidden" && field.type !== "file" && values.length) field.value = values[0];
    }
  }
}

// A form that saves itself while somebody types.
class Draft {
  constructor(form) {
    this.form = form;
    this.copy = new Copy(form, `draft:${form.dataset.draft}`);
    this.words = form.querySelector("[data-save-words]");
    this.timer = 0;
    this.sending = false;
    this.changed = false;
    this.stopped = false;
    form.addEventListener("input", () => this.note());
    form.addEventListener("submit", () => {
      this.stopped = true;
      this.copy.keep();
    });
    window.addEventListener("beforeunload", (event) => {
      if (this.changed && !this.stopped) event.preventDefault();
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.changed) this.copy.keep();
    });
    this.copy.offer(() => this.note());
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
      this.copy.keep();
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
      if (told.wrong) this.copy.keep();
      else this.copy.drop();
      await this.renewFindings();
      return;
    }
    this.changed = true;
    this.stopped = true;
    this.copy.keep();
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
}

for (const form of document.querySelectorAll("form[data-autosave]")) new Draft(form);

// Other forms are kept when they are sent. Whoever had to sign in again comes back to the form and
// is offered the copy; whoever arrives anywhere else got through, and the copy has done its work.
const here = new Set();
for (const form of document.querySelectorAll("form[data-keep]")) {
  const copy = new Copy(form, form.dataset.keep);
  here.add(copy.key);
  copy.offer();
  form.addEventListener("submit", () => copy.keep());
}
for (const key of Object.keys(localStorage)) {
  if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}draft:`) && !here.has(key)) localStorage.removeItem(key);
}

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
