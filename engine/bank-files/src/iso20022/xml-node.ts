/** An element without its prefix, with what it says. */
export interface XmlNode {
  readonly name: string;
  /** Its own text, of all its pieces. */
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** From 1: where it begins. */
  readonly line: number;
}

/** The first child of this name, of its first child of the next name, and so on; names that may stand for each other are split by `|`. */
export const at = (node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined => {
  let found = node;
  for (const name of names) {
    const choices = name.split('|');
    found = found?.children.find((child) => choices.includes(child.name));
  }
  return found;
};

/** What the element at this path says, or null where there is none or it is blank. */
export const textAt = (node: XmlNode | undefined, ...names: readonly string[]): string | null => {
  const text = at(node, ...names)?.text.trim() ?? '';
  return text === '' ? null : text;
};

export const allOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? [];
