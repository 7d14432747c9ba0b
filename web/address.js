/** What the page shows, as its own address says: what is asked for, or the paper that is open. */
const NAMES = ['q', 'section', 'keyword', 'paper'];

export function state(search) {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, parameters.get(name) ?? '']));
}

/** The page's address of a state, changed in some parts. */
export function href(from, changes) {
  return '?' + query(NAMES, { ...from, ...changes });
}

/** The API's address of the papers that a state asks for. */
export function papersPath({ q, section, keyword }) {
  return '/papers?' + query(['q', 'section', 'keyword'], { q: q.trim() && q, section, keyword });
}

export function paperPath(id) {
  return '/papers/' + encodeURIComponent(id);
}

function query(names, values) {
  return String(new URLSearchParams(names.filter((name) => values[name]).map((name) => [name, values[name]])));
}
