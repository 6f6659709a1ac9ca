import { LogoFault } from '../logo-fault.ts';
import { declarationsOf } from './style.ts';

/** What each class says, in the order of the sheet. */
export type StyleSheet = ReadonlyMap<string, readonly (readonly [string, string])[]>;

const MAX_RULES = 200;
const rule = /\s*((?:\.[\w-]+\s*,\s*)*\.[\w-]+)\s*\{([^{}]*)\}\s*/y;

/** Reads the sheet that drawing programs write: rules of classes, and nothing that could reach out or choose otherwise. */
export const readStyleSheet = (source: string): StyleSheet => {
  const text = source
    .replace(/^\s*<!\[CDATA\[/, '')
    .replace(/\]\]>\s*$/, '')
    .trim();
  const sheet = new Map<string, (readonly [string, string])[]>();
  let rules = 0;
  for (let at = 0; at < text.length; at = rule.lastIndex) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    rules += 1;
    if (found === null || rules > MAX_RULES) throw new LogoFault('reference', text.slice(at, at + 40));
    const declarations = declarationsOf(found[2] ?? '');
    for (const name of (found[1] ?? '').split(',').map((part) => part.trim().slice(1)))
      sheet.set(name, [...(sheet.get(name) ?? []), ...declarations]);
  }
  return sheet;
};
