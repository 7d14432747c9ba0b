/** As much of a document as the page's modules need to make elements; shown as HTML. */
class Element {
  #name;
  #attributes = {};
  #children = [];

  constructor(name) {
    this.#name = name;
  }

  setAttribute(name, value) {
    this.#attributes[name] = value;
  }

  append(...children) {
    this.#children.push(...children);
  }

  addEventListener() {}

  toString() {
    const attributes = Object.entries(this.#attributes).map(([name, value]) => ` ${name}="${value}"`);
    const text = (child) => (typeof child === 'string' ? child.replaceAll('<', '&lt;') : `${child}`);
    return `<${this.#name}${attributes.join('')}>${this.#children.map(text).join('')}</${this.#name}>`;
  }
}

globalThis.document = { createElement: (name) => new Element(name) };
