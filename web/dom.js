/**
 * Makes an element, `h('p.remark', { lang }, child, …)`. An attribute that is a function listens;
 * one that is null or false is left out. Texts become text nodes: nothing is ever taken for HTML.
 */
export function h(name, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  const attributes = children[0]?.constructor === Object ? children.shift() : {};
  for (const [key, value] of Object.entries({ class: classes.join(' ') || null, ...attributes })) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value != null && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...present(children));
  return made;
}

/** The children that are there, of lists within lists. */
export function present(children) {
  return [children].flat(Infinity).filter((child) => child != null && child !== false && child !== '');
}

export function marked(parts) {
  return parts.map((part) => (part.match ? h('mark', part.text) : part.text));
}

/** Text in the wanted language, or else in the other. */
export function inLanguage(text, wanted) {
  const lang = text?.[wanted]?.length ? wanted : wanted === 'ja' ? 'en' : 'ja';
  return { lang, text: text?.[lang] ?? '' };
}

/** An element with a text that is in two languages, or in one of them. */
export function bilingual(name, text, wanted, attributes) {
  const found = inLanguage(text, wanted);
  return h(name, { ...attributes, lang: found.lang }, found.text);
}

export function paragraphs({ text, lang }) {
  return text.split(/\n+/).map((paragraph) => h('p', { lang }, paragraph));
}
