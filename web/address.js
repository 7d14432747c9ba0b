import { language } from './texts.js';

/** What the page shows, as its own address says: what is asked for, or the paper that is open. */
const NAMES = ['q', 'section', 'keyword', 'paper'];

export function state(search) {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, parameters.get(name) ?? '']));
}

/** The page's address of a state, changed in some parts. */
export function href(from, changes) {
  return '?' + query({ ...from, ...changes });
}

/** The API's address of the papers that a state asks for, shown in the reader's language. */
export function papersPath({ q, section, keyword }) {
  return '/papers?' + query({ q: q.trim() && q, section, keyword, lang: language });
}

export function paperPath(id) {
  return '/papers/' + encodeURIComponent(id);
}

function query(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value));
}
