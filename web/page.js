import { href, paperPath, papersPath, state } from './address.js';
import { before, get, isAbort, outOfReach } from './api.js';
import { element } from './dom.js';
import { count, facets, listView } from './list.js';
import { paperView } from './paper.js';
import { searchBox } from './search-box.js';
import { choose, language, texts } from './texts.js';

const SLOW = 400;
const MOST_RETRIES = 3;
const STORE = 'places';

const main = document.getElementById('content');
const view = document.getElementById('view');
const body = document.getElementById('body');
const status = document.getElementById('status');
const side = document.getElementById('facets');
const notice = document.getElementById('notice');
const wide = matchMedia('(min-width: 60rem)');

/** Where a reader was in each entry of the history: scroll, number of pages, focus. */
const places = new Map(stored());
let key = history.state?.key ?? crypto.randomUUID();
let asked = state(location.search);
let shown = { kind: 'nothing' };
let request = new AbortController();
let retries = 0;
let retry;

const box = searchBox({
  typed: (q) => go({ ...asked, q, paper: '' }, { typing: true }),
  entered: (q) => go({ ...asked, q, paper: '' }),
  opened: (paper) => go({ ...asked, paper }),
  left: () => body.querySelector('.open')?.focus(),
});

/** Goes to a state. What is typed on makes one entry of the history, not one for each letter. */
function go(next, { typing = false } = {}) {
  const address = href(next);
  const same = address === href(asked);
  if (same && typing) {
    return;
  }
  leave();
  const entry = { key, typing, fromList: shown.kind === 'list' && next.paper !== '' };
  if (same || (typing && history.state.typing)) {
    history.replaceState(entry, '', address);
  } else {
    key = entry.key = crypto.randomUUID();
    history.pushState(entry, '', address);
  }
  asked = next;
  retries = 0;
  load();
}

function leave() {
  places.set(key, {
    y: scrollY,
    pages: shown.pages?.length ?? 1,
    focus: document.activeElement?.dataset.focus,
  });
}

/**
 * Loads and shows what is asked for.
 *
 * @param place where the reader was in this entry, when it is returned to
 * @param kept whether what was read before will do
 */
async function load(place, kept = false) {
  request.abort();
  clearTimeout(retry);
  request = new AbortController();
  const { signal } = request;
  const slow = setTimeout(() => busy(true), SLOW);
  const wanted = asked;
  const read = (path) => (kept && before(path)) || get(path, signal);
  box.set(wanted.q);
  try {
    const loaded = wanted.paper
      ? { kind: 'paper', state: wanted, paper: await read(paperPath(wanted.paper)) }
      : await list(wanted, place?.pages ?? 1, read);
    if (signal.aborted) {
      return;
    }
    const opened = shown.kind !== 'paper' || shown.paper.id !== loaded.paper?.id;
    shown = loaded;
    retries = 0;
    render();
    settle(place, opened);
    if (shown.kind === 'paper') {
      await relate(shown, read);
    }
  } catch (error) {
    if (!isAbort(error, signal)) {
      shown = { kind: 'failure', error };
      render();
    }
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) {
      busy(false);
    }
  }
}

async function list(wanted, pageCount, read) {
  const [sections, first] = await Promise.all([read('/sections'), read(papersPath(wanted))]);
  const pages = [first];
  while (pages.length < pageCount && pages.at(-1).next) {
    pages.push(await read(pages.at(-1).next));
  }
  return {
    kind: 'list',
    state: wanted,
    pages,
    sections: new Map(sections.sections.map((section) => [section.id, section])),
  };
}

/** Adds related papers, which nobody needs to wait for, at the end of a paper. */
async function relate(to, read) {
  const path = `${paperPath(to.paper.id)}/related`;
  const related = await read(path).catch(() => null);
  if (shown === to && related) {
    to.related = related.papers;
    render();
    const place = places.get(key);
    if (to.place && place === to.place) {
      scrollTo(0, place.y);
    }
  }
}

async function more() {
  const to = shown;
  const { signal } = request;
  const shownBefore = to.pages.reduce((sum, page) => sum + page.papers.length, 0);
  const slow = setTimeout(() => busy(true), SLOW);
  to.failure = undefined;
  try {
    to.pages.push(await get(to.pages.at(-1).next, signal));
    if (shown === to) {
      render();
      body.querySelectorAll('.open')[shownBefore]?.focus({ preventScroll: true });
    }
  } catch (error) {
    if (isAbort(error, signal)) {
      return;
    }
    if (error.problem?.status === 410) {
      load();
      return;
    }
    to.failure = error;
    render();
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) {
      busy(false);
    }
  }
}

function render() {
  const focus = document.activeElement?.dataset.focus;
  label();
  let title = '';
  let told = '';
  let facetList = null;
  switch (shown.kind) {
    case 'list':
      body.replaceChildren(...fragments(listView(shown, more)));
      if (shown.failure) {
        body.querySelector('.more').replaceWith(failure(shown.failure, more));
      }
      facetList = facets(shown);
      told = count(shown.pages);
      title = shown.state.q.trim();
      break;
    case 'paper':
      body.replaceChildren(...fragments(paperView(shown, { readIn, back })));
      title = shown.paper.title;
      break;
    case 'failure':
      body.replaceChildren(failure(shown.error, () => load(places.get(key))));
      break;
  }
  side.replaceChildren(...(facetList ? [facetList] : []));
  main.className = shown.kind;
  document.title = title ? `${title} — ${texts.name}` : texts.name;
  say(told);
  tellOfNetwork();
  if (focus) {
    focusOn(focus);
  }
}

/** Sets what stands in the page itself. */
function label() {
  document.documentElement.lang = language;
  for (const each of document.querySelectorAll('[data-text]')) {
    each.textContent = texts[each.dataset.text];
  }
  for (const each of document.querySelectorAll('[data-label]')) {
    each.setAttribute('aria-label', texts[each.dataset.label]);
  }
  for (const each of document.querySelectorAll('header .languages button')) {
    each.setAttribute('aria-pressed', String(each.value === language));
  }
}

/** Puts scroll and focus where the reader expects them. */
function settle(place, opened) {
  if (place) {
    scrollTo(0, place.y ?? 0);
    shown.place = place;
    if (place.focus) {
      focusOn(place.focus);
    }
    return;
  }
  scrollTo(0, 0);
  if (shown.kind === 'paper' && opened) {
    body.querySelector('h1').focus({ preventScroll: true });
  } else if (document.activeElement === document.body && history.length > 1) {
    main.focus({ preventScroll: true });
  }
}

function focusOn(name) {
  document.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
}

function readIn(wanted) {
  shown.reviewLanguage = wanted;
  render();
}

/** Returns to the list as it was, where the reader has come from there. */
function back(event) {
  if (history.state?.fromList && !modified(event)) {
    event.preventDefault();
    history.back();
  }
}

function failure({ problem, retryAfter }, again) {
  if (!problem) {
    throw new Error('This is a fault of the page');
  }
  const title = problem.unreachable
    ? navigator.onLine
      ? texts.unreachable
      : texts.offline
    : problem.type === '/problems/unknown-paper'
      ? texts.notFound
      : texts.failed;
  const detail = problem.detail ?? problem.title ?? problem.message;
  const waits = retryAfter !== undefined && retries < MOST_RETRIES;
  return element(
    'div',
    { class: 'failure', role: 'alert' },
    element('h2', null, title),
    detail && element('p', { lang: 'en' }, detail),
    waits
      ? countdown(retryAfter, again)
      : problem.status === 404
        ? element('p', null, element('a', { href: '?' }, texts.clear))
        : element('p', null, element('button', { type: 'button', class: 'button', click: again }, texts.retry)),
  );
}

/** Tries again by itself, after as many seconds as the API asks for. */
function countdown(seconds, again) {
  const told = element('p', { role: 'timer' }, texts.retryIn(seconds));
  let left = seconds;
  const tick = () => {
    if (left <= 0) {
      retries++;
      again();
      return;
    }
    told.textContent = texts.retryIn(left--);
    retry = setTimeout(tick, 1000);
  };
  clearTimeout(retry);
  tick();
  return told;
}

function busy(is) {
  view.classList.toggle('slow', is);
  view.setAttribute('aria-busy', is);
  if (is) {
    say(texts.searching);
  } else if (shown.kind === 'list') {
    say(count(shown.pages));
  } else {
    say('');
  }
}

function say(text) {
  if (status.textContent !== text) {
    status.textContent = text;
  }
}

function tellOfNetwork() {
  const old = outOfReach && shown.kind !== 'failure';
  const text = navigator.onLine
    ? old && texts.unreachableOld
    : old
      ? texts.offlineOld
      : texts.offline;
  notice.textContent = text || '';
}

function fragments(children) {
  return children.flat(Infinity).filter(Boolean);
}

function modified(event) {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

function stored() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
  } catch {
    return [];
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || modified(event)) {
    return;
  }
  const address = link.getAttribute('href');
  if (address.startsWith('?')) {
    event.preventDefault();
    go(state(link.search));
  } else if (address === '#content') {
    event.preventDefault();
    main.focus();
  }
});

document.querySelector('header .languages').addEventListener('click', (event) => {
  const wanted = event.target.closest('button')?.value;
  if (wanted) {
    choose(wanted);
    shown.reviewLanguage = undefined;
    box.label();
    render();
  }
});

addEventListener('keydown', (event) => {
  if (event.isComposing) {
    return;
  }
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const typing = event.target.matches('input, textarea, select');
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    box.focus();
  } else if (plain && event.key === '/' && !typing) {
    event.preventDefault();
    box.focus();
  } else if (plain && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const links = [...body.querySelectorAll('.open')];
    const at = links.indexOf(event.target);
    if (at >= 0) {
      event.preventDefault();
      const to = at + (event.key === 'ArrowDown' ? 1 : -1);
      if (to < 0) {
        box.focus();
      } else {
        links[to]?.focus();
      }
    }
  }
});

addEventListener('popstate', (event) => {
  leave();
  key = event.state?.key ?? crypto.randomUUID();
  asked = state(location.search);
  retries = 0;
  load(places.get(key) ?? {}, true);
});

addEventListener('pagehide', () => {
  leave();
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...places].slice(-50)));
  } catch {
    // Then a reload starts at the top.
  }
});

addEventListener('offline', tellOfNetwork);
addEventListener('online', () => {
  if (outOfReach) {
    leave();
    load(places.get(key));
  } else {
    tellOfNetwork();
  }
});
wide.addEventListener('change', render);

history.scrollRestoration = 'manual';
history.replaceState({ ...history.state, key }, '');
label();
box.label();
load(places.get(key));
