/** Markup that is safe to send: everything woven into it was escaped. */
export type Html = { readonly markup: string };

type Part = string | number | Html | readonly Html[];

/** Weaves values into markup; texts are escaped, markup stays markup. */
export const html = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => {
  const markup = pieces
    .map((piece, index) => piece + (index < parts.length ? render(parts[index] ?? '') : ''))
    .join('');
  return { markup };
};

const render = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
