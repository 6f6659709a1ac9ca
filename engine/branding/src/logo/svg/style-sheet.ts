import { LogoFault } from '../logo-fault.ts';
import { declarationsOf } from './style.ts';

/** What each class says, in the order of the sheet. */
export type StyleSheet = ReadonlyMap<string, readonly (readonly [string, string])[]>;

const MAX_RULES = 200;
/** Of one class, in all rules together; and classes, in all selectors together. */
const MAX_DECLARATIONS = 100;
const MAX_CLASSES = 500;
const rule = /\s*((?:\.[\w-]+\s*,\s*)*\.[\w-]+)\s*\{([^{}]*)\}\s*/y;

type Growing = Map<string, (readonly [string, string])[]>;

const take = (
  sheet: Growing,
  selectors: readonly string[],
  declarations: readonly (readonly [string, string])[],
): void => {
  if (selectors.length > MAX_CLASSES) throw new LogoFault('tooComplex', `<style> ${MAX_CLASSES}`);
  for (const name of selectors.map((part) => part.trim().slice(1))) {
    const known = sheet.get(name) ?? [];
    if (known.length + declarations.length > MAX_DECLARATIONS || sheet.size > MAX_CLASSES)
      throw new LogoFault('tooComplex', `<style> .${name}`);
    sheet.set(name, [...known, ...declarations]);
  }
};

/** Reads the sheet that drawing programs write: rules of classes, and nothing that could reach out or choose otherwise. */
export const readStyleSheet = (source: string): StyleSheet => {
  const text = source
    .replace(/^\s*<!\[CDATA\[/, '')
    .replace(/\]\]>\s*$/, '')
    .trim();
  const sheet: Growing = new Map();
  let rules = 0;
  for (let at = 0; at < text.length; at = rule.lastIndex) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    rules += 1;
    if (found === null || rules > MAX_RULES) throw new LogoFault('reference', text.slice(at, at + 40));
    take(sheet, (found[1] ?? '').split(','), declarationsOf(found[2] ?? ''));
  }
  return sheet;
};
