import { href, paperPath, papersPath, state } from './address.js';
import { before, get, outOfReach } from './api.js';
import { h, present } from './dom.js';
import { count, facets, listView } from './list.js';
import { paperView, relatedPapers } from './paper.js';
import { searchBox } from './search-box.js';
import { load as stored, save } from './storage.js';
import { choose, language, texts } from './texts.js';

const SLOW = 400;
const MOST_RETRIES = 3;

const [languages, main, side, view, status, body, notice] = document.querySelectorAll(
  '#languages, #content, #facets, #view, #status, #body, #notice',
);
const wide = matchMedia('(min-width: 60rem)');

/** Where a reader was in each entry of the history: scroll, number of pages, focus. */
const places = new Map(stored('sessionStorage', 'places'));
let key = history.state?.key ?? Math.random();
let asked = state(location.search);
let shown = { kind: asked.paper ? 'paper' : 'list' };
let request = new AbortController();
let retries = 0;
let retry;

const box = searchBox({
  typed: (q) => go({ ...asked, q, paper: '' }, true),
  entered: (q) => go({ ...asked, q, paper: '' }),
  opened: (paper) => go({ ...asked, paper }),
  left: () => body.querySelector('.open')?.focus(),
});

/** Goes to a state. Typing on makes one entry of the history, not one for each letter. */
function go(next, typing = false) {
  const address = href(next);
  const same = address === href(asked);
  if (same && typing) {
    return;
  }
  leave();
  const fromList = shown.kind === 'list' && next.paper !== '';
  if (same || (typing && history.state.typing)) {
    history.replaceState({ key, typing, fromList: history.state.fromList }, '', address);
  } else {
    key = Math.random();
    history.pushState({ key, typing, fromList }, '', address);
  }
  asked = next;
  load();
}

function leave() {
  retries = 0;
  const { focus } = document.activeElement.dataset;
  places.set(key, { y: scrollY, pages: shown.pages?.length, focus });
}

/** Does something that may take long or fail, and says so. */
async function work(action, failed) {
  const { signal } = request;
  const slow = setTimeout(busy, SLOW, true);
  try {
    await action(signal);
  } catch (error) {
    // A fault of the page itself belongs on the console.
    if (!signal.aborted && !error.problem) {
      throw error;
    }
    if (!signal.aborted) {
      failed(error);
      render();
    }
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) {
      busy(false);
    }
  }
}

/** Shows what is asked for; when the reader returns to it, as it was left. */
function load(place, kept = false, otherwise) {
  request.abort();
  request = new AbortController();
  clearTimeout(retry);
  box.set(asked.q);
  work(
    async (signal) => {
      const read = async (path) => (kept && before(path)) || get(path, signal);
      const loaded = await (asked.paper ? paper(asked, read) : list(asked, place?.pages ?? 1, read));
      if (!signal.aborted) {
        shown = loaded;
        retries = 0;
        render();
        settle(place);
      }
    },
    (error) => (shown = otherwise ?? { kind: 'failure', error }),
  );
}

async function paper(wanted, read) {
  const path = paperPath(wanted.paper);
  const loaded = { kind: 'paper', state: wanted, paper: await read(path) };
  // Related papers stand at the end; nobody needs to wait for them.
  read(`${path}/related`).then(
    ({ papers }) => {
      loaded.related = papers;
      if (shown === loaded) {
        // What is there stays, and with it the focus.
        body.append(...present([relatedPapers(loaded)]));
        scrollTo(0, Math.max(scrollY, loaded.y ?? 0));
      }
    },
    () => {},
  );
  return loaded;
}

async function list(wanted, pageCount, read) {
  const [{ sections }, first] = await Promise.all([read('/sections'), read(papersPath(wanted))]);
  const pages = [first];
  while (pages.length < pageCount && pages.at(-1).next) {
    pages.push(await read(pages.at(-1).next));
  }
  return {
    kind: 'list',
    state: wanted,
    pages,
    sections: new Map(sections.map((section) => [section.id, section])),
  };
}

function more() {
  const to = shown;
  const at = body.querySelectorAll('.open').length;
  work(
    async (signal) => {
      const page = await get(to.pages.at(-1).next, signal);
      to.error = undefined;
      to.pages.push(page);
      render();
      body.querySelectorAll('.open')[at]?.focus({ preventScroll: true });
    },
    (error) => {
      // Published anew: the list begins anew, too.
      if (error.problem.status === 410) {
        load();
      } else {
        to.error = error;
      }
    },
  );
}

function render() {
  const { focus } = document.activeElement.dataset;
  label();
  let content = null;
  let title = '';
  if (shown.kind === 'list') {
    content = listView(shown, more);
    title = shown.state.q.trim();
  } else if (shown.kind === 'paper') {
    content = paperView(shown, { readIn, back, cite });
    title = shown.paper.title;
  } else {
    content = failure(shown.error, () => load(places.get(key)));
  }
  body.replaceChildren(
    ...present([shown.kind !== 'paper' && h('h1.hidden', title || texts.name), content]),
  );
  if (shown.kind === 'list' && shown.error) {
    body.querySelector('.more').replaceWith(failure(shown.error, more));
  }
  side.replaceChildren(...present(shown.kind === 'list' && facets(shown, wide.matches)));
  document.title = title ? `${title} — ${texts.name}` : texts.name;
  busy(false);
  tellOfNetwork();
  focusOn(focus);
}

function label() {
  document.documentElement.lang = language;
  for (const each of document.querySelectorAll('[data-text]')) {
    each.textContent = texts[each.dataset.text];
  }
  languages.ariaLabel = texts.language;
  for (const each of languages.children) {
    each.ariaPressed = each.value === language;
  }
  box.label();
  main.className = shown.kind;
}

function settle(place) {
  scrollTo(0, place?.y ?? 0);
  if (place) {
    shown.y = place.y;
    focusOn(place.focus);
  } else if (shown.kind === 'paper') {
    focusOn('title');
  } else if (document.activeElement === document.body) {
    main.focus({ preventScroll: true });
  }
}

function focusOn(name) {
  document.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
}

function cite() {
  return get(`${paperPath(shown.paper.id)}?format=bibtex`, request.signal, 'text');
}

function readIn(wanted) {
  shown.reviewLanguage = wanted;
  render();
}

/** Returns to the list as it was, where the reader has come from there. */
function back(event) {
  if (history.state.fromList && plain(event)) {
    event.preventDefault();
    history.back();
  }
}

function failure({ problem, retryAfter }, again) {
  const { unreachable, status, title, detail, message } = problem;
  const heading = unreachable ? (navigator.onLine ? texts.unreachable : texts.offline) : texts.failed;
  const missing = status === 404;
  const told = (!missing && detail) || title || message;
  return h(
    'div.apart', { role: 'alert' }, h('h2', heading), told && h('p', { lang: 'en' }, told),
    missing
      ? h('a', { href: '?' }, texts.back)
      : retryAfter && retries < MOST_RETRIES
        ? countdown(retryAfter, again)
        : h('button.button', { click: again }, texts.retry),
  );
}

/** Tries again by itself, when the API asks to. */
function countdown(left, again) {
  const told = h('p', { role: 'timer' });
  const tick = () => {
    told.textContent = texts.retryIn(left);
    if (left-- > 0) {
      retry = setTimeout(tick, 1000);
    } else {
      retries++;
      again();
    }
  };
  clearTimeout(retry);
  tick();
  return told;
}

function busy(is) {
  view.classList.toggle('slow', is);
  view.ariaBusy = is;
  const text = is ? texts.searching : shown.pages ? count(shown.pages) : '';
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

function tellOfNetwork() {
  const text = navigator.onLine ? outOfReach && texts.unreachable : texts.offline;
  notice.textContent = text && shown.kind !== 'failure' ? text + texts.old : '';
}

function plain(event) {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

document.addEventListener('click', (event) => {
  const address = event.target.closest('a')?.getAttribute('href');
  if (!address || event.defaultPrevented || !plain(event)) {
    return;
  }
  if (/^[?#]/.test(address)) {
    event.preventDefault();
    address[0] === '?' ? go(state(address)) : main.focus();
  }
});

languages.addEventListener('click', ({ target: { value } }) => {
  if (value) {
    choose(value);
    shown.reviewLanguage = undefined;
    render();
    if (shown.kind === 'list') {
      // Excerpts come in the reader's language; until then, and without a network, in the other.
      leave();
      load(places.get(key), true, shown);
    }
  }
});

addEventListener('keydown', (event) => {
  const { key, target } = event;
  const links = [...body.querySelectorAll('.open')];
  const at = links.indexOf(target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (event.isComposing) {
    return;
  }
  const toBox =
    key === '/'
      ? plain(event) && !target.matches('input')
      : (event.ctrlKey || event.metaKey) && key.toLowerCase() === 'k';
  const moves = step && at >= 0 && plain(event);
  if (toBox || moves) {
    event.preventDefault();
    (toBox || at + step < 0 ? box : links[at + step])?.focus();
  }
});

addEventListener('popstate', (event) => {
  leave();
  key = event.state?.key ?? Math.random();
  asked = state(location.search);
  load(places.get(key) ?? {}, true);
});
addEventListener('pagehide', () => {
  leave();
  save('sessionStorage', 'places', [...places].slice(-50));
});
addEventListener('offline', tellOfNetwork);
addEventListener('online', () => {
  leave();
  load(places.get(key));
});
wide.addEventListener('change', () => shown.pages && render());

history.scrollRestoration = 'manual';
history.replaceState({ ...history.state, key }, '');
label();
load(places.get(key));
