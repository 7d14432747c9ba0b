/**
 * Makes an element. An attribute that is a function listens, one that is null or false is left out;
 * texts among the children become text nodes, so that nothing is ever taken for HTML.
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value != null && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}

/** A text with its matches marked. */
export function marked(parts) {
  return parts.map((part) => (part.match ? element('mark', null, part.text) : part.text));
}

/** A text that there may be in one language only: in the wanted one, or else in the other. */
export function inLanguage(text, language) {
  const found = text?.[language] ? language : language === 'ja' ? 'en' : 'ja';
  return { lang: found, text: text?.[found] ?? '' };
}
