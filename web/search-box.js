import { get, isAbort } from './api.js';
import { element, marked } from './dom.js';
import { texts } from './texts.js';

const PAUSE = 200;
const MOST = 7;

/**
 * The box that somebody types in, with its suggestions: the combobox pattern of the ARIA Authoring
 * Practices Guide. While an input method composes, nothing is asked and no key is taken.
 *
 * @param typed called with the text after a pause in typing
 * @param entered called with the text when it is complete
 * @param opened called with the id of a paper that was chosen
 * @param left called when the reader moves on to what was found
 */
export function searchBox({ typed, entered, opened, left }) {
  const form = document.getElementById('form');
  const box = document.getElementById('box');
  const list = document.getElementById('suggestions');
  let timer;
  let request = new AbortController();
  let suggestions = [];
  let active = -1;

  box.addEventListener('input', (event) => {
    if (!event.isComposing) {
      changed();
    }
  });
  box.addEventListener('compositionend', changed);
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    // Safari ends the composition before the Enter that accepts it: 229 says so.
    if (event.isComposing || event.keyCode === 229) {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
      return;
    }
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        if (list.hidden) {
          left();
        } else {
          activate(active + 1);
        }
        break;
      case 'ArrowUp':
        if (!list.hidden) {
          event.preventDefault();
          activate(active - 1);
        }
        break;
      case 'Enter':
        if (active >= 0) {
          event.preventDefault();
          pick(suggestions[active]);
        }
        break;
      case 'Escape':
        event.preventDefault();
        if (!list.hidden) {
          close();
        } else if (box.value) {
          enter('');
        }
        break;
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    enter(box.value);
  });

  function changed() {
    clearTimeout(timer);
    request.abort();
    timer = setTimeout(() => {
      typed(box.value);
      suggest();
    }, PAUSE);
  }

  async function suggest() {
    const text = box.value;
    if (!text.trim()) {
      close();
      return;
    }
    request = new AbortController();
    const { signal } = request;
    try {
      const answer = await get(`/suggestions?${new URLSearchParams({ q: text, limit: MOST })}`, signal);
      if (!signal.aborted && box.value === text && document.activeElement === box) {
        show(answer.suggestions);
      }
    } catch (error) {
      // The search itself says what is wrong; here it is enough to suggest nothing.
      if (!isAbort(error, signal)) {
        close();
      }
    }
  }

  function show(found) {
    suggestions = found;
    active = -1;
    list.replaceChildren(
      ...found.map((each, index) =>
        element(
          'li',
          {
            id: `suggestion-${index}`,
            role: 'option',
            'aria-selected': 'false',
            // The box keeps the focus.
            pointerdown: (event) => event.preventDefault(),
            click: () => pick(each),
          },
          element('span', { lang: each.kind === 'paper' ? 'en' : each.language }, marked(each.parts)),
          element('small', null, texts.kinds[each.kind], each.count && ` ${each.count}`),
        ),
      ),
    );
    open(found.length > 0);
  }

  function open(is) {
    list.hidden = !is;
    box.setAttribute('aria-expanded', is);
    if (!is) {
      active = -1;
      box.removeAttribute('aria-activedescendant');
    }
  }

  function close() {
    request.abort();
    open(false);
  }

  /** Marks a suggestion; before the first and after the last stands the box itself. */
  function activate(index) {
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = index < -1 ? suggestions.length - 1 : index >= suggestions.length ? -1 : index;
    if (active < 0) {
      box.removeAttribute('aria-activedescendant');
      return;
    }
    const option = list.children[active];
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', option.id);
  }

  function pick(suggestion) {
    if (suggestion.kind === 'paper') {
      settle(box.value);
      opened(suggestion.id);
    } else {
      enter(suggestion.text);
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
    focus() {
      box.focus();
      box.select();
    },
    /** Shows the text of the address, unless somebody is typing another. */
    set(text) {
      if (box.value !== text) {
        settle(text);
      }
    },
    close,
    label() {
      box.placeholder = texts.hint;
      list.setAttribute('aria-label', texts.search);
      close();
    },
  };
}
