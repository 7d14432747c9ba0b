import { get } from './api.js';
import { h, marked } from './dom.js';
import { texts } from './texts.js';

const PAUSE = 200;
const MOST = 7;

/**
 * The box to type in, with its suggestions: the combobox pattern of the ARIA Authoring
 * Practices Guide. While an input method composes, nothing is asked and no key is taken.
 * Calls `typed` after a pause, `entered` with a whole text, `opened` with a paper's id, and `left`
 * when the reader moves on to what was found.
 */
export function searchBox({ typed, entered, opened, left }) {
  const box = document.getElementById('box');
  const list = document.getElementById('suggestions');
  let timer;
  let request = new AbortController();
  let suggestions = [];
  let active = -1;

  box.addEventListener('input', (event) => event.isComposing || changed());
  box.addEventListener('compositionstart', () => clearTimeout(timer));
  box.addEventListener('compositionend', changed);
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const { key } = event;
    // Safari ends the composition before the Enter that accepts it: 229 says so.
    if (event.isComposing || event.keyCode === 229) {
      if (key === 'Enter') {
        event.preventDefault();
      }
    } else if (key === 'ArrowDown' || (key === 'ArrowUp' && !list.hidden)) {
      event.preventDefault();
      list.hidden ? left() : activate(active + (key === 'ArrowDown' ? 1 : -1));
    } else if (key === 'Enter' && active >= 0) {
      event.preventDefault();
      pick(suggestions[active]);
    } else if (key === 'Escape') {
      event.preventDefault();
      list.hidden ? enter('') : close();
    }
  });
  box.form.addEventListener('submit', (event) => {
    event.preventDefault();
    enter(box.value);
  });

  function changed() {
    clearTimeout(timer);
    request.abort();
    timer = setTimeout(() => {
      typed(box.value);
      suggest(box.value);
    }, PAUSE);
  }

  async function suggest(text) {
    request = new AbortController();
    const { signal } = request;
    const path = `/suggestions?${new URLSearchParams({ q: text, limit: MOST })}`;
    // Where this fails, the search itself says what is wrong; here nothing is suggested.
    const answer = text.trim() && (await get(path, signal).catch(() => null));
    if (!signal.aborted && document.activeElement === box) {
      show(answer?.suggestions ?? []);
    }
  }

  function show(found) {
    close();
    suggestions = found;
    const items = found.map((each, index) => {
      const attributes = {
        id: `suggestion-${index}`,
        role: 'option',
        // The box keeps the focus.
        pointerdown: (event) => event.preventDefault(),
        click: () => pick(each),
      };
      const text = h('span', { lang: each.language ?? 'en' }, marked(each.parts));
      return h('li', attributes, text, h('small', texts[each.kind], each.count && ` ${each.count}`));
    });
    list.replaceChildren(...items);
    activate(-1);
    list.hidden = found.length === 0;
    box.ariaExpanded = !list.hidden;
  }

  function close() {
    request.abort();
    list.hidden = true;
    box.ariaExpanded = false;
    activate(-1);
  }

  /** Marks a suggestion; before the first and after the last stands the box itself. */
  function activate(index) {
    active = index < -1 ? suggestions.length - 1 : index < suggestions.length ? index : -1;
    const option = list.children[active];
    for (const each of list.children) {
      each.ariaSelected = each === option;
    }
    box.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  function pick({ kind, id, text }) {
    if (kind === 'paper') {
      settle(box.value);
      opened(id);
    } else {
      enter(text);
    }
  }

  function enter(text) {
    settle(text);
    entered(text);
  }

  function settle(text) {
    clearTimeout(timer);
    box.value = text;
    close();
  }

  return {
    focus: () => box.focus(),
    set: (text) => box.value === text || settle(text),
    label() {
      box.placeholder = texts.search;
      list.ariaLabel = texts.search;
    },
  };
}
