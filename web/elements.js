import { language, texts } from './texts.js';

const PAUSE_MILLIS = 200;
const INPUT_METHOD = 229;
const FENCE = /^ {0,3}(```|~~~)/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|(\d+)[.)])( +|$)/;
const TABLE_RULE = /^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$/;
const SENTENCE_END = /[。！？]|[.!?](?= +[\p{Lu}\p{Lo}])/u;
// Between East Asian characters, the end of a line is no space.
const LINE_END = /(?<=[⺀-鿿＀-￯])\n\s*(?=[⺀-鿿＀-￯])/g;
const INLINE =
  /\\([!-/:-@[-`{-~])|(`+)(?!`)(.*?[^`])\2(?!`)|\[((?:\\.|[^[\]\\])*)\]\(<?(https?:\/\/[^\s<>]*?)>?\)|<(https?:\/\/[^\s<>]+)>|(https?:\/\/[!-;=?-~]*[\w/=&#~-])|(\*{1,3})(?=[^\s*])(.+?)(?<![\s*\\])\8(?!\*)|(?<!\w)(_{1,3})(?=[^\s_])(.+?)(?<![\s_\\])\10(?!\w)/gis;

/** `h('p.remark', { lang }, child, …)`. Functions listen; null and false are left out. */
export function h(name, /** @type {any} */ first = '', ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  const isChild = first?.constructor !== Object;
  const attributes = { class: classes.join(' ') || null, ...(isChild ? {} : first) };
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value != null && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...present([isChild && first, children]));
  return made;
}

export const present = (children) =>
  [children].flat(Infinity).filter((child) => child != null && child !== false && child !== '');

export const marked = (parts) => parts.map(({ text, match }) => (match ? h('mark', text) : text));

export function inLanguage(both) {
  const lang = both?.[language]?.length ? language : language === 'ja' ? 'en' : 'ja';
  return { lang, text: both?.[lang] };
}

export function bilingual(name, both, attributes = {}) {
  const { lang, text } = inLanguage(both);
  return h(name, { ...attributes, lang }, text);
}

export const external = (href, text, name = 'a') => h(name, { href, rel: 'noopener external' }, text);

export function line(name, ...facts) {
  const there = facts.flat().filter(Boolean);
  return there.length > 0 && h(name, there.map((fact, index) => [index > 0 && '\u00a0· ', fact]));
}

/** The CommonMark of reviews, where HTML is text. The first sentence may lead. */
export function markdown(text = '', leads = false) {
  const lines = text.split('\n');
  // Without any blank line, each line is a paragraph.
  return blocks(lines, lines.some(isBlank), leads);
}

const isBlank = (line) => !line.trim();
const indent = (line) => line.search(/\S|$/);

function blocks(lines, wrapped, leads = false) {
  const made = [];
  let at = 0;
  const take = (belongs) => {
    const from = at++;
    while (at < lines.length && belongs(lines[at], at - from)) {
      at++;
    }
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at];
    const fence = FENCE.exec(line)?.[1];
    const item = ITEM.exec(line);
    if (isBlank(line)) {
      at++;
    } else if (fence) {
      const code = take((next) => !next.trim().startsWith(fence)).slice(1);
      at++;
      made.push(h('pre', { tabindex: 0 }, code.join('\n')));
    } else if (QUOTE.test(line)) {
      const quoted = take((next) => QUOTE.test(next)).map((each) => each.replace(QUOTE, ''));
      made.push(h('blockquote', blocks(quoted, wrapped)));
    } else if (item) {
      const sibling = (next) => ITEM.exec(next)?.[2].at(-1) === item[2].at(-1);
      const own = take((next) => isBlank(next) || indent(next) > 1 || sibling(next));
      const items = itemsOf(own, sibling).map((each) => h('li', blocks(each, wrapped)));
      made.push(h(item[3] ? 'ol' : 'ul', { start: item[3] }, items));
    } else if (line.includes('|') && TABLE_RULE.test(lines[at + 1])) {
      const [head, , ...rows] = take((next, index) => index === 1 || next.includes('|'));
      const row = (name, cells) => h('tr', cellsOf(cells).map((cell) => h(name, inlines(cell))));
      const table = h('table', row('th', head), rows.map((cells) => row('td', cells)));
      made.push(h('div.table', { tabindex: 0 }, table));
    } else {
      const starts = (next) => [FENCE, QUOTE, ITEM].some((start) => start.test(next));
      const own = take((next) => wrapped && !isBlank(next) && !starts(next));
      const content = inlines(own.join('\n').replace(LINE_END, '').replace(/\s*\n\s*/g, ' '));
      const parts = leads && made.length === 0 ? parted(content) : [content];
      made.push(...parts.map((part) => h('p', part)));
    }
  }
  return made;
}

function itemsOf(lines, sibling) {
  const items = [];
  let width = Infinity;
  for (const line of lines) {
    if (sibling(line) && indent(line) < width) {
      const start = line.match(ITEM)[0];
      width = start.trimEnd().length + 1;
      items.push([line.slice(start.length)]);
    } else {
      items.at(-1)?.push(line.slice(Math.min(indent(line), width)));
    }
  }
  return items;
}

const cellsOf = (row) =>
  row.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));

function inlines(text) {
  const made = [];
  let plain = '';
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, escaped, , code, label, url, bracketed, bare, stars, starred, lines, underlined] = match;
    const address = url ?? bracketed ?? bare;
    const { length } = stars ?? lines ?? '';
    const inner = () => inlines(starred ?? underlined);
    plain += text.slice(end, match.index) + (escaped ?? '');
    end = match.index + whole.length;
    if (!escaped) {
      made.push(plain, code ? h('code', code.trim()) :
        address ? external(address, url ? inlines(label) : address) :
        length > 1 ? h('strong', length > 2 ? h('em', inner()) : inner()) : h('em', inner()));
      plain = '';
    }
  }
  return [...made, plain + text.slice(end)];
}

function parted(content) {
  const first = content.findIndex((each) => typeof each === 'string' && SENTENCE_END.test(each));
  const text = content[first] ?? '';
  const end = text.search(SENTENCE_END) + 1;
  const rest = [text.slice(end).trimStart(), ...content.slice(first + 1)].filter(Boolean);
  return end && rest.length > 0 ? [[...content.slice(0, first), text.slice(0, end)], rest] : [content];
}

// The combobox of the ARIA Authoring Practices. An input method that composes has the keys.
export function searchBox({ box, form, suggestions: list }, actions) {
  let timer;
  let request = new AbortController();
  let suggestions = [];
  let active = -1;

  box.addEventListener('input', () => {
    clearTimeout(timer);
    request.abort();
    timer = setTimeout(() => {
      actions.search(box.value, true);
      suggest(box.value);
    }, PAUSE_MILLIS);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const { key } = event;
    // Safari has ended the composition before its last Enter.
    if (event.isComposing || event.keyCode === INPUT_METHOD) {
      if (key === 'Enter') {
        event.preventDefault();
      }
    } else if (key === 'ArrowDown' || (key === 'ArrowUp' && !list.hidden)) {
      event.preventDefault();
      list.hidden ? actions.leave() : activate(active + (key === 'ArrowDown' ? 1 : -1));
    } else if (key === 'Enter' && active >= 0) {
      event.preventDefault();
      pick(suggestions[active]);
    } else if (key === 'Escape') {
      event.preventDefault();
      list.hidden ? enter('') : close();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    enter(box.value);
  });

  async function suggest(text) {
    request = new AbortController();
    const { signal } = request;
    const answer = text.trim() && (await actions.suggest(text, signal).catch(() => null));
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
    list.hidden = found.length === 0;
    box.ariaExpanded = !list.hidden;
  }

  function close() {
    request.abort();
    list.hidden = true;
    box.ariaExpanded = false;
    activate(-1);
  }

  // Before the first and after the last comes the box.
  function activate(index) {
    active = index < -1 ? suggestions.length - 1 : index < suggestions.length ? index : -1;
    const option = list.children[active];
    for (const each of list.children) {
      each.ariaSelected = each === option;
    }
    option?.scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  function pick({ kind, id, text }) {
    if (kind === 'paper') {
      settle(box.value);
      actions.open(id);
    } else {
      enter(text);
    }
  }

  function enter(text) {
    settle(text);
    actions.search(text);
  }

  function settle(text) {
    clearTimeout(timer);
    box.value = text;
    close();
  }

  return (text) => box.value === text || settle(text);
}
