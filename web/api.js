const address = document.querySelector('meta[name=api]').content.replace(/\/$/, '');
const LONGEST_WAIT = 30_000;
const MOST_KEPT = 150;
const STORE = 'read';

/** What was read in this tab: for the way back, and for when there is no network. */
const read = new Map(restore());

/** Why there is no answer: a problem of the API (RFC 9457), or no connection to it. */
export class Failure extends Error {
  constructor(problem, retryAfter) {
    super(problem.title);
    this.problem = problem;
    /** Seconds to wait before the next request, if the API has said so. */
    this.retryAfter = retryAfter;
  }
}

/** Whether the last answer had to come from what was read before. */
export let outOfReach = false;

/**
 * Gets JSON. What was read before stands in where the network fails.
 *
 * @throws {Failure} unless the request was aborted
 */
export async function get(path, signal) {
  let response;
  try {
    response = await fetch(address + path, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT)]),
      headers: { accept: 'application/json' },
    });
    if (response.ok) {
      const json = await response.json();
      keep(path, json);
      outOfReach = false;
      return json;
    }
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    outOfReach = true;
    if (read.has(path)) {
      return read.get(path);
    }
    throw new Failure({ unreachable: true });
  }
  outOfReach = false;
  const problem = await response.json().catch(() => ({}));
  problem.status = response.status;
  throw new Failure(problem, seconds(response.headers.get('retry-after')));
}

/** What was read of an address before, if it was. */
export function before(path) {
  return read.get(path);
}

export function isAbort(error, signal) {
  return signal.aborted || error.name === 'AbortError';
}

function seconds(text) {
  if (!text) {
    return undefined;
  }
  const value = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(value) ? Math.max(0, Math.ceil(value)) : undefined;
}

function keep(path, json) {
  read.delete(path);
  read.set(path, json);
  if (read.size > MOST_KEPT) {
    read.delete(read.keys().next().value);
  }
}

function restore() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE) ?? '[]');
  } catch {
    return [];
  }
}

addEventListener('pagehide', () => {
  try {
    sessionStorage.setItem(STORE, JSON.stringify([...read]));
  } catch {
    // No room, or no leave: then it is kept while the page is open.
  }
});
