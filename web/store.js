import { isFront, paths } from './router.js';

const MAX_WAIT_MILLIS = 30_000;
const MILLIS_BEFORE_RETRY = 500;
const SLOW_MILLIS = 400;
const STALE_CURSOR = 410;

const failure = (problem) => Object.assign(new Error(problem.title), { problem });

/** The API, and what was read from it, for the way back and for when there is no network. */
export class Api {
  outOfReach = false;

  constructor(fetch, address, answers = []) {
    this.fetch = fetch;
    this.address = address.replace(/\/$/, '');
    this.answers = new Map(answers);
  }

  url = (path) => this.address + path;

  /** Throws a failure, or the abort. What is fresh is not from the browser's cache. */
  async get(path, { signal, form = 'json', fresh = false }) {
    const request = () =>
      this.fetch(this.url(path), {
        signal: AbortSignal.any([signal, AbortSignal.timeout(MAX_WAIT_MILLIS)]),
        cache: fresh ? 'reload' : 'default',
      });
    let response;
    let answer;
    try {
      response = await request();
      // A function that was idle for long, or is being replaced, may fail once.
      if (response.status >= 500 && !response.headers.has('retry-after')) {
        await new Promise((resolve) => setTimeout(resolve, MILLIS_BEFORE_RETRY));
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
    this.answers.delete(path);
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

  /** Tells whether the state is shown. Kept answers will do if `kept`; `otherwise` stands for a failure. */
  async show(/** @type {State} */ state, lang, { pages = 1, kept = false, fresh = false, otherwise = null } = {}) {
    this.request.abort();
    this.request = new AbortController();
    this.adding = false;
    const { signal } = this.request;
    const read = async (path, again = fresh) =>
      (kept && !again && this.api.answers.get(path)) || this.api.get(path, { signal, fresh: again });
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
    const add = async () => pages.push(await this.api.get(pages.at(-1)?.next, { signal }));
    const added = await this.work(add, (problem) => {
      stale = problem.status === STALE_CURSOR;
      list.problem = stale ? undefined : problem;
    });
    if (!signal.aborted) {
      this.adding = false;
    }
    // After a publish, the list is loaded again with as much as the reader wanted to see.
    return stale
      ? this.show(state, pages[0].query.lang, { pages: pages.length + 1, fresh: true, otherwise: list })
      : added;
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

  /** @returns {Promise<OpenPaper>} */
  async paper(state, read) {
    const id = state.paper;
    const [paper, all] = await Promise.all([read(paths.paper(id)), read('/sections').catch(() => null)]);
    const article = all?.articles.find((each) => each.id === paper.section.articleId);
    const loaded = { kind: /** @type {const} */ ('paper'), state, paper, article };
    // Nobody needs to wait for these.
    const later = async (part, path) => {
      loaded[part] = await read(path).catch(() => null);
      if (this.shown === loaded) {
        this.changed(part);
      }
    };
    later('related', paths.related(id));
    later('contents', paths.section(paper.section.id));
    return loaded;
  }
}

/** @returns {Promise<List>} */
async function list(state, lang, count, read) {
  const path = state.section ? paths.section(state.section) : isFront(state) && '/sections';
  const readAll = (again) => Promise.all([read(paths.papers(state, lang), again), path && read(path, again)]);
  let [first, about] = await readAll();
  if (about && about.edition !== first.edition) {
    // One of them was cached before the catalogue was published anew.
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
  const { facets } = /** @type {Found} */ (first);
  const known = [...facets.sections, ...(about ? (about.sections ?? [about]) : [])];
  const sections = new Map(known.map((section) => [section.id, section]));
  return { kind: 'list', state, pages, sections, articles: about?.articles ?? facets.articles };
}
