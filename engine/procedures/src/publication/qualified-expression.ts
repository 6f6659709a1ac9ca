/** FEEL after a leading `=`, with what stands in it; null for a text that stands for itself. */
const feelOf = (text: string): string | null => {
  const trimmed = text.trim();
  return trimmed.startsWith('=') ? trimmed.slice(1).trim() : null;
};

/** The expression in brackets; a comment at its end must not swallow the closing one. */
const bracketed = (source: string): string => (source.includes('//') ? `(${source}\n)` : `(${source})`);

/** How every qualified name computed by FEEL begins. */
export const qualifiedPrefix = (administration: string): string => `"${administration}." + (`;

/** A message or signal name as the engine is to match it, whether it is written or computed. */
export const qualifiedNameText = (administration: string, text: string): string => {
  const source = feelOf(text);
  return source === null ? `${administration}.${text}` : `="${administration}." + ${bracketed(source)}`;
};

/** The text that a name always is, written as it stands or as a text of FEEL; null for one that is computed. */
export const constantText = (text: string): string | null => {
  const source = feelOf(text);
  return source === null ? text : (/^"([^"]*)"$/.exec(source)?.[1] ?? null);
};

/** How every choice among the folder's own begins. */
export const choicePrefix = (ids: ReadonlyMap<string, string>): string =>
  `get value(${JSON.stringify(Object.fromEntries(ids))}, `;

/**
 * The id of what is called, as the folder's own: a written id is looked up now, a computed one when it runs, and whatever it
 * computes, nothing but the folder's own comes out. Null for a written id that the folder does not have.
 */
export const chosenIdText = (ids: ReadonlyMap<string, string>, text: string): string | null => {
  const source = feelOf(text);
  return source === null ? (ids.get(text) ?? null) : `=${choicePrefix(ids)}${bracketed(source)})`;
};
