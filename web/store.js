import { isFront, paths } from './router.js';

const MAX_WAIT_MILLIS = 30_000;
const RETRY_MILLIS = 500;
const SLOW_MILLIS = 400;
const STALE_CURSOR = 410;
const MAX_SECTIONS = 10;

const failure = (problem) => Object.assign(new Error(problem.title), { problem });

/** The API, and its answers for the way back and without a network. */
export class Api {
  outOfReach = false;
  answers = new Map();

  constructor(fetch, address) {
    this.fetch = fetch;
    this.address = address.replace(/\/$/, '');
  }

  url = (path) => this.address + path;

  /** Throws a failure, or the abort. */
  async get(path, { signal, form = 'json', cache = 'default' }) {
    const request = () =>
      this.fetch(this.url(path), {
        signal: AbortSignal.any([signal, AbortSignal.timeout(MAX_WAIT_MILLIS)]),
        cache,
      });
    let response;
    let answer;
    try {
      response = await request();
      // A function that is being replaced may fail once.
      if (response.status >= 500 && !response.headers.has('retry-after')) {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
        response = await request();
      }
      answer = await (response.ok ? response[form]() : response.json().catch(() => ({})));
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      this.outOfReach = true;
      if (this.answers.has(path)) {
        return this.answers.get(path);
      }
      throw failure({ unreachable: true });
    }
    this.outOfReach = false;
    const { ok, status, headers } = response;
    if (!ok) {
      const [requestId, retryAfter] = ['apigw-requestid', 'retry-after'].map((name) => headers.get(name));
      throw failure({ requestId, retryAfter, ...answer, status });
    }
    this.answers.set(path, answer);
    return answer;
  }
}

export class Store {
  /** @type {any} */
  shown = { kind: 'loading' };
  busy = false;
  renewed = false;
  adding = false;
  request = new AbortController();

  constructor(/** @type {Reading} */ api, changed) {
    this.api = api;
    this.changed = changed;
  }

  /** Returns whether it succeeds. Kept answers may do; `otherwise` is shown if it fails. */
  async show(/** @type {State} */ state, lang, { pages = 1, kept = false, fresh = false, otherwise = null } = {}) {
    this.request.abort();
    this.request = new AbortController();
    this.adding = false;
    const { signal } = this.request;
    const read = async (path, again = fresh) =>
      (kept && !again && this.api.answers.get(path)) || this.api.get(path, { signal, cache: again ? 'reload' : 'default' });
    const load = async () => {
      const shown = await (state.paper ? this.paper(state, read) : list(state, lang, pages, read));
      if (!signal.aborted) {
        this.shown = shown;
        this.renewed = fresh;
      }
    };
    return this.work(load, (problem) => {
      this.shown = otherwise ?? { kind: 'failure', state, problem };
    });
  }

  async more() {
    const list = this.shown;
    if (list.kind !== 'list' || this.adding) {
      return false;
    }
    const { state, pages } = list;
    const { signal } = this.request;
    let stale = false;
    this.adding = true;
    list.problem = undefined;
    const read = (path) => this.api.get(path, { signal });
    const add = async () => {
      pages.push(await read(pages.at(-1)?.next));
      await introduce(list, read);
    };
    const added = await this.work(add, (problem) => {
      stale = problem.status === STALE_CURSOR;
      list.problem = stale ? undefined : problem;
    });
    if (!signal.aborted) {
      this.adding = false;
    }
    // After a publish, as much is loaded again.
    return stale
      ? this.show(state, pages[0].query.lang, { pages: pages.length + 1, fresh: true, otherwise: list })
      : added;
  }

  /** If there is a new edition, shows it where the reader is. */
  async renew(lang) {
    const { shown } = this;
    const { signal } = this.request;
    const edition = shown.paper?.edition ?? shown.pages?.[0].edition;
    const now = edition && (await this.api.get(paths.sections(1), { signal, cache: 'no-cache' }).catch(() => null));
    if (now && now.edition !== edition && !signal.aborted && !this.adding) {
      await this.show(shown.state, lang, { pages: shown.pages?.length, fresh: true, otherwise: shown });
    }
  }

  async work(action, failed) {
    const { signal } = this.request;
    const busy = (is) => {
      this.busy = is;
      this.changed(is ? 'busy' : 'all');
    };
    const slow = setTimeout(busy, SLOW_MILLIS, true);
    let done = true;
    try {
      await action();
    } catch (error) {
      done = false;
      if (!signal.aborted) {
        if (!error.problem) {
          throw error;
        }
        failed(error.problem);
      }
    } finally {
      clearTimeout(slow);
    }
    if (signal.aborted) {
      return false;
    }
    busy(false);
    return done;
  }

  async paper(state, read) {
    const id = state.paper;
    const paper = /** @type {Paper} */ (await read(paths.paper(id)));
    const loaded = /** @type {OpenPaper} */ ({ kind: 'paper', state, paper });
    const later = async (part, path) => {
      loaded[part] = await read(path).catch(() => null);
      if (this.shown === loaded) {
        this.changed(part);
      }
    };
    later('related', paths.related(id));
    later('contents', paths.section(paper.section.id));
    const about = await read(paths.sections(1, paper.section.articleId)).catch(() => null);
    loaded.article = about?.articles[0];
    return loaded;
  }
}

async function list(state, lang, count, read) {
  const path = state.section ? paths.section(state.section) : isFront(state) && paths.sections(MAX_SECTIONS, state.article);
  const readAll = (again) => Promise.all([read(paths.papers(state, lang), again), path && read(path, again)]);
  let [first, about] = await readAll();
  if (about && about.edition !== first.edition) {
    // One is of an older edition.
    [first, about] = await readAll(true);
  }
  const pages = [first];
  for (let { next } = first; next && pages.length < count; next = pages.at(-1)?.next) {
    const page = await read(next).catch(() => null);
    if (!page) {
      break;
    }
    pages.push(page);
  }
  const known = about?.sections ?? [about].filter(Boolean);
  const sections = new Map(known.map((section) => [section.id, section]));
  const loaded = /** @type {List} */ ({ kind: 'list', state, pages, sections, about, rest: about?.next });
  await introduce(loaded, read);
  return loaded;
}

/** Reads sections until the last that is shown. */
async function introduce(/** @type {List} */ list, read) {
  const last = list.pages.at(-1)?.papers.at(-1)?.sectionId ?? '';
  while (list.rest && !list.sections.has(last)) {
    const { sections, next } = await read(list.rest).catch(() => ({ sections: [] }));
    sections.forEach((section) => list.sections.set(section.id, section));
    list.rest = next;
  }
}
