"use strict";
(() => {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    target.hidden = false;
    for (let node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") node.open = true;
      if (node.hidden) node.hidden = false;
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  const fits = (form, node, keys) => keys.every((key) => !form.elements[key].value || form.elements[key].value === node.dataset[key]);
  const wire = (form, apply) => {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    apply();
  };
  const texts = new Map();
  const says = (node, typed) => {
    const wanted = typed.trim().toLowerCase();
    if (!wanted) return true;
    if (!texts.has(node)) texts.set(node, node.textContent.toLowerCase());
    return texts.get(node).includes(wanted);
  };

  const servers = document.querySelector("form.matrixfilters");
  if (servers) {
    const rows = all(".matrix tbody tr");
    const heads = all(".matrix thead .server");
    wire(servers, () => {
      const on = all("input[name=server]", servers).map((box) => box.checked);
      const verdict = servers.elements.verdict.value;
      heads.forEach((head, i) => { head.hidden = !on[i]; });
      let shown = 0;
      for (const row of rows) {
        row.hidden = !(fits(servers, row, ["level", "group"])
          && (!verdict || row.dataset.verdicts.split(" ").includes(verdict))
          && (!servers.elements.differs.checked || row.dataset.differs === "yes")
          && says(row, servers.elements.text.value));
        all(".verdictcell", row).forEach((cell, i) => { cell.hidden = !on[i]; });
        if (!row.hidden) shown++;
      }
      servers.querySelector(".shown").textContent = shown + " of " + rows.length + " shown";
    });
  }

  const form = document.querySelector("form.filters:not(.matrixfilters)");
  if (form) {
    const requirements = all(".req");
    const apply = () => {
      const verdicts = all("input[name=verdict]:checked", form).map((box) => box.value);
      let shown = 0;
      for (const node of requirements) {
        node.hidden = !((verdicts.length === 0 || verdicts.includes(node.dataset.verdict))
          && fits(form, node, ["level", "group", "document"])
          && says(node, form.elements.text.value));
        if (!node.hidden) shown++;
      }
      for (const group of all("section.group")) group.hidden = !all(".req", group).some((node) => !node.hidden);
      form.querySelector(".shown").textContent = shown + " of " + requirements.length + " shown";
    };
    wire(form, apply);
    for (const tile of all("a[data-show]")) {
      tile.addEventListener("click", () => {
        form.reset();
        for (const box of all("input[name=verdict]", form)) box.checked = box.value === tile.dataset.show;
        setTimeout(apply);
      });
    }
  }

  for (const timeline of all("[data-zoomable]")) {
    const scroll = timeline.querySelector(".scroll");
    const drawing = scroll.querySelector("svg");
    let factor = 1;
    const zoom = (next) => {
      const middle = (scroll.scrollLeft + scroll.clientWidth / 2) / scroll.scrollWidth;
      factor = Math.min(64, Math.max(1, next));
      drawing.style.width = factor * 100 + "%";
      scroll.scrollLeft = middle * scroll.scrollWidth - scroll.clientWidth / 2;
      level.textContent = factor + "×";
    };
    const bar = document.createElement("div");
    bar.className = "zoom";
    const button = (sign, name, action) => {
      const element = document.createElement("button");
      element.type = "button";
      element.textContent = sign;
      element.setAttribute("aria-label", name);
      element.addEventListener("click", action);
      bar.append(element);
    };
    const level = document.createElement("output");
    button("−", "Zoom out", () => zoom(factor / 2));
    button("+", "Zoom in", () => zoom(factor * 2));
    level.textContent = "1×";
    bar.append(level);
    timeline.before(bar);
  }

  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all(".req[data-verdict=fail]:not([open]), .req[data-verdict=warning]:not([open]), .reasons details:not([open])");
    for (const node of unfolded) node.open = true;
  });
  addEventListener("afterprint", () => {
    for (const node of unfolded) node.open = false;
  });

  reveal();
})();
