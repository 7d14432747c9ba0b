const ARXIV = /^\d{4}\.\d{4,5}$/;

/** A BibTeX entry of what is known of a paper. */
export function bibtex({ id, title, url }) {
  const fields = { title: `{${escaped(title)}}`, url };
  if (ARXIV.test(id)) {
    Object.assign(fields, { eprint: id, archivePrefix: 'arXiv', year: `20${id.slice(0, 2)}` });
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${id},\n${lines.join(',\n')}\n}\n`;
}

function escaped(text) {
  return text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&');
}
