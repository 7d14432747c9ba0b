/** What a browser keeps, as JSON; one that keeps nothing, or has no room, does no harm. */
export function load(storage, name) {
  try {
    return JSON.parse(window[storage].getItem(name));
  } catch {
    return null;
  }
}

export function save(storage, name, value) {
  try {
    window[storage].setItem(name, JSON.stringify(value));
  } catch {
    // Then it is kept while the page is open.
  }
}
