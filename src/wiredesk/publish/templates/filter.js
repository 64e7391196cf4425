(() => {
  "use strict";
  const form = document.querySelector("form.filter");
  const rows = [...document.querySelectorAll("[data-kind]")];
  const said = form.querySelector("output");
  const fits = {
    person: (row, value) => row.dataset.people.includes(value.toLowerCase()),
    country: (row, value) => row.dataset.countries.split(" ").includes(value),
    type: (row, value) => row.dataset.kind === value,
    status: (row, value) => row.dataset.status === value,
    since: (row, value) => row.dataset.last !== "" && row.dataset.last >= value,
    until: (row, value) => row.dataset.first !== "" && row.dataset.first <= value,
  };
  const read = () => {
    const asked = new URLSearchParams(location.search);
    for (const name in fits) form.elements[name].value = asked.get(name) || "";
  };
  const show = () => {
    const wanted = Object.keys(fits).map((name) => [name, form.elements[name].value.trim()]).filter((one) => one[1]);
    let count = 0;
    for (const row of rows) {
      row.hidden = !wanted.every(([name, value]) => fits[name](row, value));
      if (!row.hidden) count += 1;
    }
    for (const month of document.querySelectorAll("[data-month]")) {
      month.hidden = !month.querySelector("[data-kind]:not([hidden])");
    }
    said.value = wanted.length ? `${count} of ${rows.length} events` : "";
    const query = new URLSearchParams(wanted).toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch { /* a browser may keep the address of a file as it is */ }
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("popstate", () => { read(); show(); });
  read();
  show();
})();
