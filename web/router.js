/** @type {Filter[]} */
const FILTERS = ['section', 'article', 'keyword', 'author', 'year'];

/** @returns {any} */
export function stateOf(search) {
  const parameters = new URLSearchParams(search);
  const names = ['q', ...FILTERS, 'paper', 'lang'];
  return Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? '']));
}

export const href = (from, changes = {}) => '?' + query({ ...from, ...changes });

export const filtersOf = (state) => FILTERS.filter((name) => state[name]);

export const isFront = (state) => !state.q.trim() && filtersOf(state).every((name) => name === 'article');

export const paths = {
  papers: ({ q, paper, ...filters }, lang) => '/papers?' + query({ q: q.trim() && q, ...filters, lang }),
  paper: (id) => '/papers/' + encodeURIComponent(id),
  related: (id) => paths.paper(id) + '/related',
  bibtex: (id) => paths.paper(id) + '/bibtex',
  section: (id) => '/sections/' + encodeURIComponent(id),
  sections: (limit, article = '') => '/sections?' + query({ article, limit }),
  suggestions: ({ paper, lang, ...asked }, limit) => '/suggestions?' + query({ ...asked, limit }),
};

function query(values) {
  return `${new URLSearchParams(Object.entries(values).filter(([, value]) => value))}`;
}

export class Router {
  constructor(history, location, places = []) {
    this.history = history;
    this.location = location;
    this.places = new Map(places);
    this.follow(history.state);
  }

  get place() {
    return this.places.get(this.key);
  }

  leave(place) {
    this.places.set(this.key, place);
  }

  /** Tells whether there is something to load. Typing on makes one entry of the history. */
  go(next, typing = false, fromList = false) {
    const same = href(next) === href(this.state);
    if (same && typing) {
      return false;
    }
    if (same || (typing && this.history.state.typing)) {
      this.amend(next, typing);
    } else {
      this.state = next;
      this.key = Math.random();
      this.history.pushState({ key: this.key, typing, fromList }, '', this.address);
    }
    return true;
  }

  amend(changes, typing = false) {
    this.state = { ...this.state, ...changes };
    this.history.replaceState({ ...this.history.state, typing }, '', this.address);
  }

  follow(entry) {
    const before = this.state && href(this.state);
    this.state = stateOf(this.location.search);
    this.key = entry?.key ?? Math.random();
    if (!entry?.key) {
      // The browser made this entry, perhaps for a fragment in the address.
      this.history.replaceState({ key: this.key }, '');
    }
    return !!entry?.key || href(this.state) !== before;
  }

  get address() {
    const address = href(this.state);
    return address === '?' ? this.location.pathname : address;
  }
}
