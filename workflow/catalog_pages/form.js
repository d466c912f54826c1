// Reads a form, writes what was filled in as the file of a deployment, and fills a form from such a file's values.
// What is left empty has its default and is left out of the file.

const PLAIN = /^[A-Za-z_](?:[A-Za-z0-9_./@ -]|:(?=[^ ]))*$/; // text that YAML takes for itself without quotes
const WORDS = /^(y|n|yes|no|on|off|true|false|null)$/i; // what YAML takes for something else than text

// Characters that YAML refuses to have as they are, or takes for the end of a line.
const UNSEEN = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;
const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

function scalar(value) {
  const text = String(value);
  if (typeof value !== "string" || (PLAIN.test(text) && !WORDS.test(text) && text === text.trim())) return text;
  return JSON.stringify(text).replace(UNSEEN, escaped);
}

// A value in block style; a mapping or a list starts on a line of its own.
function yaml(value, indent = "") {
  if (Array.isArray(value)) {
    return value.map((item) => `${indent}- ${yaml(item, `${indent}  `).trimStart()}`).join("\n");
  }
  if (value === null || typeof value !== "object") return scalar(value);
  return Object.entries(value)
    .map(([key, item]) => {
      const inner = yaml(item, `${indent}  `);
      return `${indent}${scalar(key)}:${typeof item === "object" && item !== null ? `\n${inner}` : ` ${inner}`}`;
    })
    .join("\n");
}

const isInside = (part, field) => part.parentElement.closest("[data-kind]") === field;
const partsOf = (field) => [...field.querySelectorAll("[data-kind]")].filter((part) => isInside(part, field));
const entriesOf = (field) => [...field.querySelectorAll(".entry")].filter((entry) => isInside(entry, field));
const inputOf = (field) => field.querySelector("input,select");

function typed(field, text) {
  if (text === "") return undefined;
  if (field.dataset.kind === "boolean") return text === "true";
  return field.dataset.kind === "number" || field.dataset.whole === "true" ? Number(text) : text;
}

function readGroup(field) {
  const found = {};
  for (const part of partsOf(field)) {
    const value = read(part);
    if (value !== undefined) found[part.dataset.name] = value;
  }
  return Object.keys(found).length ? found : undefined;
}

function read(field) {
  const kind = field.dataset.kind;
  if (kind === "group") return readGroup(field);
  if (kind === "variants") {
    const chosen = partsOf(field).find((part) => part.dataset.name === inputOf(field).value);
    return chosen && readGroup(chosen);
  }
  if (kind === "choices") {
    const chosen = [...field.querySelectorAll("input:checked")].map((box) => box.value);
    return chosen.length ? chosen : undefined;
  }
  if (kind === "list") {
    const items = entriesOf(field).map((entry) => read(entry.querySelector("[data-kind]")));
    const given = items.filter((item) => item !== undefined);
    return given.length ? given : undefined;
  }
  if (kind === "mapping") {
    const found = {};
    for (const entry of entriesOf(field)) {
      const key = entry.querySelector(".key").value;
      const value = read(entry.querySelector("[data-kind]"));
      if (key && value !== undefined) found[key] = value;
    }
    return Object.keys(found).length ? found : undefined;
  }
  return typed(field, inputOf(field).value.trim());
}

function add(field) {
  const template = [...field.children].find((child) => child.tagName === "TEMPLATE");
  const entry = template.content.firstElementChild.cloneNode(true);
  template.before(entry);
  return entry;
}

function fill(field, value) {
  const kind = field.dataset.kind;
  if (kind === "group") {
    for (const part of partsOf(field)) fill(part, value?.[part.dataset.name]);
    if (field.tagName === "DETAILS") field.open = value !== undefined;
  } else if (kind === "variants") {
    const chosen = partsOf(field).find((part) => Object.values(value ?? {}).includes(part.dataset.name));
    inputOf(field).value = chosen?.dataset.name ?? "";
    for (const part of partsOf(field)) fill(part, part === chosen ? value : undefined);
    show(field);
  } else if (kind === "choices") {
    for (const box of field.querySelectorAll("input")) box.checked = (value ?? []).includes(box.value);
  } else if (kind === "list" || kind === "mapping") {
    for (const entry of entriesOf(field)) entry.remove();
    const least = field.dataset.required === "true" ? Number(field.dataset.least) : 0;
    const items = kind === "list" ? (value ?? []) : Object.entries(value ?? {});
    for (let place = 0; place < Math.max(items.length, least); place += 1) {
      const entry = add(field);
      const [key, item] = kind === "list" ? [undefined, items[place]] : (items[place] ?? []);
      if (key !== undefined) entry.querySelector(".key").value = key;
      fill(entry.querySelector("[data-kind]"), item);
    }
  } else {
    const input = inputOf(field);
    if (input.options?.length !== 1) input.value = value ?? "";
  }
}

// Only the chosen variant is shown.
function show(field) {
  for (const part of partsOf(field)) part.hidden = part.dataset.name !== inputOf(field).value;
}

// A field must be filled in when it is required, and so is all that it is a part of, or some of that is filled in.
function demand(field, needed) {
  const kind = field.dataset.kind;
  const required = needed && field.dataset.required === "true";
  const given = required || read(field) !== undefined;
  if (kind === "group") {
    for (const part of partsOf(field)) demand(part, given);
  } else if (kind === "variants") {
    inputOf(field).required = required;
    for (const part of partsOf(field)) demandAll(part, !part.hidden);
  } else if (kind === "choices") {
    const [first] = field.querySelectorAll("input");
    first.setCustomValidity(required && read(field) === undefined ? "Choose at least one." : "");
  } else if (kind === "list" || kind === "mapping") {
    for (const entry of entriesOf(field)) {
      const key = entry.querySelector(".key");
      if (key) key.required = needed;
      demandAll(entry.querySelector("[data-kind]"), needed);
    }
  } else {
    inputOf(field).required = required;
  }
}

function demandAll(field, needed) {
  if (field.dataset.kind === "group") for (const part of partsOf(field)) demand(part, needed);
  else inputOf(field).required = needed;
}

// What a text has to look like is told in words; the browser's own `pattern` has another idea of regular expressions.
function look(input) {
  const fits = input.value === "" || new RegExp(input.dataset.pattern, "u").test(input.value);
  input.setCustomValidity(fits ? "" : `Must be ${input.title}.`);
}

function start(form, examples, blueprint) {
  const root = form.querySelector("[data-kind=group]");
  const [system, result, name, save, begin, state] = ["system", "result", "name", "save", "begin", "state"].map((id) =>
    document.getElementById(id),
  );

  function update() {
    demand(root, true);
    for (const input of form.querySelectorAll("[data-pattern]")) look(input);
    const values = { blueprint, ...(read(root) ?? {}) };
    const text = `# yaml-language-server: $schema=../schemas/deployment.schema.json\n${yaml(values)}\n`;
    const called = `${system.value || "<system>"}-${values.environment ?? "<environment>"}`;
    const wrong = form.querySelectorAll(":invalid:not(fieldset)").length;
    result.textContent = text;
    name.textContent = `deployments/${called}.yaml`;
    state.textContent = wrong ? `${wrong} still to fill in or to mend` : "complete";
    save.download = `${called}.yaml`;
    save.href = `data:text/yaml;charset=utf-8,${encodeURIComponent(text)}`;
    for (const next of document.querySelectorAll(".called")) next.textContent = called;
  }

  form.addEventListener("input", (event) => {
    const variants = event.target.closest("[data-kind]");
    if (variants?.dataset.kind === "variants" && event.target === inputOf(variants)) show(variants);
    update();
  });
  form.addEventListener("click", (event) => {
    const field = event.target.closest("[data-kind]");
    if (event.target.matches(".add")) fill(add(field).querySelector("[data-kind]"), undefined);
    else if (event.target.matches(".remove")) event.target.closest(".entry").remove();
    else return;
    update();
  });
  save.addEventListener("click", (event) => {
    if (!form.reportValidity()) event.preventDefault();
  });
  begin.addEventListener("change", () => {
    fill(root, examples[begin.value]);
    system.value = begin.value.replace(new RegExp(`-${examples[begin.value]?.environment}$`), "");
    update();
  });
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked in examples) begin.value = asked;
  begin.dispatchEvent(new Event("change"));
}

if (typeof document === "undefined") module.exports = { yaml };
