import { h, present, searchBox } from './elements.js';
import { href, isFront, paths, Router, stateOf } from './router.js';
import { Api, Store } from './store.js';
import { choose, isLanguage, language, texts } from './texts.js';
import * as views from './views.js';

const MAX_SUGGESTIONS = 7;
const RENEW_MILLIS = 2000;
const LOCAL = /^(localhost|127\.)/;

/** @type {any} */
const page = Object.fromEntries([...document.querySelectorAll('[id]')].map((each) => [each.id, each]));
const wide = matchMedia('(min-width: 60rem)');
const api = new Api((url, options) => fetch(url, options), page.api.content);
const router = new Router(history, location, kept('session', 'places'));
const store = new Store(api, (part) => changed(part));
const setBox = searchBox(page, {
  suggest: (q, signal) => api.get(paths.suggestions({ ...router.state, q }, MAX_SUGGESTIONS), { signal }),
  search: (q, typing = false) => go({ ...router.state, q, paper: '' }, typing),
  open: (paper) => go({ ...router.state, paper }),
  leave: () => page.body.querySelector('.open')?.focus(),
});
let retry;

function go(next, typing = false) {
  leave();
  if (router.go(next, typing, store.shown.kind === 'list' && next.paper !== '')) {
    load();
  }
}

function leave() {
  router.leave({ y: scrollY, pages: store.shown.pages?.length, focus: focusName() });
}

async function load(/** @type {any} */ place = null, options = {}) {
  clearTimeout(retry);
  speak();
  setBox(router.state.q);
  if (await store.show(router.state, language, { pages: place?.pages, ...options })) {
    scrollTo(0, place?.y ?? 0);
    // When the browser opens the page, the focus is the browser's.
    if (!options.opens) {
      focusOn(place ? place.focus : store.shown.kind === 'paper' && 'title');
      if (document.activeElement === document.body) {
        focus(page.content);
      }
    }
  }
}

function renew() {
  if (!document.hidden) {
    store.renew(language);
  }
}

async function more() {
  const at = page.body.querySelectorAll('.open').length;
  if (await store.more()) {
    focus(page.body.querySelectorAll('.open')[at]);
  }
}

const changed = (part) => ({ busy: showStatus, contents: showSide, related: showRelated, all: render })[part]();

// What is there stays, and with it the focus.
function showRelated() {
  page.body.append(...present(views.relatedPapers(store.shown)));
  scrollTo(0, Math.max(scrollY, router.place?.y ?? 0));
}

function render() {
  const { shown } = store;
  const { kind, state, problem } = shown;
  const focused = focusName();
  const seen = scrollY > 0 && [...page.body.querySelectorAll('[data-focus]')].find((each) => topOf(each) > 0);
  const before = seen && topOf(seen);
  const list = kind === 'list';
  const failed = problem && views.failureView(problem, state, retrying(problem, list ? more : again));
  const title = list ? views.titleOf(shown) : (shown.paper?.title ?? '');
  const end = failed ?? h('p.apart.more', button(more, texts.more));
  show(page.top, list && isFront(state) ? views.masthead(shown) : !shown.paper && h('h1.hidden', title || texts.name));
  show(page.body, list ? views.listView(shown, end) : (failed ?? views.paperView(shown, back, cite)));
  page.content.className = kind;
  page.data.firstChild.data = JSON.stringify(views.metadata(shown));
  document.title = (title && `${title} — `) + texts.name;
  label();
  showSide();
  showStatus();
  showNotice();
  focusOn(focused);
  // What the reader sees stays, whatever comes above it.
  const same = seen && named(seen.dataset.focus);
  if (same) {
    scrollBy(0, topOf(same) - before);
  }
}

const again = () => load(router.place);

const show = (element, content) => element.replaceChildren(...present(content));
const showSide = () => show(page.side, views.sideOf(store.shown, wide.matches));
const button = (click, text) => h('button.button', { click }, text);

function label() {
  const { state } = router;
  const lang = language === 'ja' ? 'en' : 'ja';
  document.documentElement.lang = language;
  for (const each of document.querySelectorAll('[data-text]')) {
    each.textContent = texts[/** @type {any} */ (each).dataset.text];
  }
  page.home.href = href({ lang: state.lang });
  page.other.href = href(state, { lang });
  page.other.lang = lang;
  page.feed.href = api.url(`/feed?lang=${language}`);
  show(page.foot, views.footer(api.url));
  page.box.placeholder = texts.search;
}

function showStatus() {
  const { shown, busy } = store;
  const text = busy ? texts.loading : shown.kind === 'list' ? views.count(shown) : '';
  page.view.classList.toggle('slow', busy);
  page.view.ariaBusy = busy;
  if (page.status.textContent !== text) {
    page.status.textContent = text;
  }
}

function showNotice() {
  const [network] = navigator.onLine ? (api.outOfReach ? texts.unreachable : []) : texts.offline;
  const old = network && store.shown.kind !== 'failure' && network + texts.old;
  page.notice.textContent = old || (store.renewed ? texts.renewed : '');
}

function retrying({ retryAfter }, again) {
  clearTimeout(retry);
  if (!retryAfter) {
    return button(again, texts.retry);
  }
  retry = setTimeout(again, retryAfter * 1000);
  return h('p', texts.retryIn(retryAfter));
}

function back(event) {
  if (history.state.fromList && plain(event)) {
    event.preventDefault();
    history.back();
  }
}

const cite = () => api.get(paths.bibtex(router.state.paper), { signal: store.request.signal, form: 'text' });

function speak() {
  choose([router.state.lang, kept('local', 'language'), navigator.language.slice(0, 2), 'en'].find(isLanguage));
}

function switchLanguage() {
  const { shown } = store;
  const { lang } = page.other;
  keep('local', 'language', lang);
  leave();
  router.amend({ lang });
  speak();
  shown.state = router.state;
  shown.kind === 'loading' ? label() : render();
  if (shown.kind !== 'paper') {
    // Until excerpts come in this language, those in the other stay.
    load(router.place, { kept: true, otherwise: shown });
  }
}

const focus = (element) => element?.focus({ preventScroll: true });
const focusName = () => /** @type {any} */ (document.activeElement)?.dataset.focus;
const named = (name) => document.querySelector(`[data-focus="${CSS.escape(name)}"]`);
const focusOn = (name) => name && focus(named(name));
const topOf = (element) => element.getBoundingClientRect().top;
const plain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

// A browser may keep nothing, or have no room.
function kept(storage, name) {
  try {
    return JSON.parse(window[`${storage}Storage`][name]);
  } catch {
    return undefined;
  }
}

function keep(storage, name, value) {
  try {
    window[`${storage}Storage`][name] = JSON.stringify(value);
  } catch {
    // Then it is kept while the page is open.
  }
}

addEventListener('click', (event) => {
  const link = /** @type {Element} */ (event.target).closest('a');
  const to = link?.getAttribute('href') ?? '';
  if (/^[?#]/.test(to) && !event.defaultPrevented && plain(event)) {
    event.preventDefault();
    if (link === page.other) {
      switchLanguage();
    } else {
      to[0] === '?' ? go(stateOf(to)) : focus(page.content);
    }
  }
});

addEventListener('keydown', (event) => {
  const { key, target } = event;
  const links = [...page.body.querySelectorAll('.open')];
  const at = links.findIndex((link) => link === target);
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const to = at >= 0 && step ? (links[at + step] ?? page.box) : key === '/' && target !== page.box && page.box;
  if (to && plain(event)) {
    event.preventDefault();
    to.focus();
  }
});

addEventListener('popstate', (event) => {
  leave();
  if (router.follow(event.state)) {
    load(router.place ?? {}, { kept: true });
  }
});
addEventListener('pagehide', () => {
  leave();
  keep('session', 'places', [...router.places]);
});
addEventListener('offline', showNotice);
addEventListener('online', () => {
  leave();
  again();
});
wide.addEventListener('change', showSide);
addEventListener('visibilitychange', renew);
if (LOCAL.test(new URL(api.url('/'), location.href).hostname)) {
  setInterval(renew, RENEW_MILLIS);
}

history.scrollRestoration = 'manual';
speak();
label();
load(router.place, { opens: true });
