import { load, save } from './storage.js';

const address = document.querySelector('meta[name=api]').content.replace(/\/$/, '');
const LONGEST_WAIT = 30_000;
const MOST_KEPT = 150;

/** What was read in this tab: for the way back, and for when there is no network. */
const read = new Map(load('sessionStorage', 'read'));

/** Why there is no answer: a problem of the API (RFC 9457), perhaps with seconds to wait. */
const failure = (problem, retryAfter) =>
  Object.assign(new Error(problem.title), { problem, retryAfter });

/** Whether the last request reached nobody. */
export let outOfReach = false;

/** Gets JSON, or text; where the network fails, what was read before. Throws a failure, or the abort. */
export async function get(path, signal, form = 'json') {
  let response;
  let answer;
  try {
    response = await fetch(address + path, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT)]),
    });
    answer = await (response.ok ? response[form]() : response.json().catch(() => ({})));
  } catch (error) {
    if (signal.aborted) {
      throw error;
    }
    outOfReach = true;
    if (read.has(path)) {
      return read.get(path);
    }
    throw failure({ unreachable: true });
  }
  outOfReach = false;
  if (!response.ok) {
    throw failure({ ...answer, status: response.status }, seconds(response.headers.get('retry-after')));
  }
  read.delete(path);
  read.set(path, answer);
  if (read.size > MOST_KEPT) {
    read.delete(read.keys().next().value);
  }
  return answer;
}

export const before = (path) => read.get(path);

/** Reads Retry-After, which is a number of seconds or a date. */
function seconds(text) {
  const value = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isFinite(value) ? Math.max(1, Math.ceil(value)) : undefined;
}

addEventListener('pagehide', () => save('sessionStorage', 'read', [...read]));
