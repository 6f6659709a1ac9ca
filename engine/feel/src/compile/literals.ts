import type { SyntaxNode } from '@lezer/common';

import type { Evaluate, Runtime } from '../runtime.ts';
import { boundedList } from '../runtime.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { warn } from '../warnings.ts';
import { feelRange } from '../values/feel-range.ts';
import { compare } from '../values/compare.ts';
import { setOwn } from '../values/own.ts';
import { parseTemporal } from '../values/parse-temporal.ts';
import { childAt, childNamed, childrenOf, nameScope, refuseNode, textOf, within } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { nameOf } from './names.ts';

/** A closure that always answers the same. */
export const constant =
  (value: unknown): Evaluate =>
  () =>
    value;

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

const unescape = (_: string, code: string): string => {
  if (code.length === 1) return escapes[code] ?? `\\${code}`;
  const point = Number.parseInt(code.slice(1), 16);
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '\ufffd';
};

/** Text between the quotes of a string literal, escapes resolved. */
export const stringOf = (compiler: Compiler, node: SyntaxNode): string =>
  textOf(compiler, node)
    .slice(1, -1)
    .replace(/\\(u[\da-fA-F]{4}|U[\da-fA-F]{6}|[\s\S])/g, unescape);

/** `null` */
export const compileNull: CompileNode = () => constant(null);

/** `true`, `false` */
export const compileBoolean: CompileNode = (compiler, node) => constant(textOf(compiler, node) === 'true');

/** `12`, `-1.5`, `.5` */
export const compileNumber: CompileNode = (compiler, node) => {
  const value = parseNumber(textOf(compiler, node).replace(/\s+/g, ''));
  return value === null ? refuseNode(node, 'NUMBER_TOO_LARGE') : constant(value);
};

/** `"text"` */
export const compileString: CompileNode = (compiler, node) => constant(stringOf(compiler, node));

/** `@"2024-02-29"` */
export const compileAtLiteral: CompileNode = (compiler, node) => {
  const text = stringOf(compiler, childNamed(node, 'StringLiteral'));
  const value = parseTemporal(text);
  return value === null
    ? (runtime) => {
        runtime.at = node.from;
        return warn(runtime, 'LITERAL_WRONG', { text });
      }
    : constant(value);
};

/** `[a, b]` */
export const compileList: CompileNode = (compiler, node) => {
  const items = childrenOf(node).slice(1, -1).map(compiler.compile);
  return (runtime, scope) => items.map((item) => item(runtime, scope));
};

const keyOf = (compiler: Compiler, key: SyntaxNode): string => {
  const child = childAt(childrenOf(key), 0, key);
  return child.name === 'StringLiteral' ? stringOf(compiler, child) : nameOf(compiler, child);
};

const duplicateKey = (runtime: Runtime, name: string, at: number): null => {
  runtime.at = at;
  return warn(runtime, 'KEY_TWICE', { name });
};

/** `{a: 1, b: a + 1}`: an entry sees the entries before it. */
export const compileContext: CompileNode = (compiler, node) => {
  const names = nameScope();
  const entries = within(compiler, names, () =>
    node.getChildren('ContextEntry').map((entry) => {
      const [key, value] = childrenOf(entry);
      const name = keyOf(compiler, key ?? refuseNode(entry, 'PART_MISSING', { found: entry.name }));
      const evaluate = compiler.compile(value ?? refuseNode(entry, 'PART_MISSING', { found: entry.name }));
      names.names.push(name);
      return { name, evaluate };
    }),
  );
  const twice = names.names.find((name, index) => names.names.indexOf(name) < index);
  if (twice !== undefined) return (runtime) => duplicateKey(runtime, twice, node.from);
  return (runtime, scope) => {
    const context: Record<string, unknown> = {};
    const inner = { parent: scope, values: [] as unknown[] };
    for (const { name, evaluate } of entries) {
      const value = evaluate(runtime, inner);
      inner.values.push(value);
      setOwn(context, name, value);
    }
    return context;
  };
};

/** `[1..10)`, `]a..b[` */
export const compileInterval: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const start = compiler.compile(childAt(children, 1, node));
  const end = compiler.compile(childAt(children, 3, node));
  const startIncluded = childAt(children, 0, node).name === '[';
  const endIncluded = childAt(children, 4, node).name === ']';
  return (runtime, scope) => {
    const ends = { start: start(runtime, scope), end: end(runtime, scope), startIncluded, endIncluded };
    return compare(ends.start, ends.end) === null ? invalidRange(runtime, node.from) : feelRange(ends);
  };
};

const invalidRange = (runtime: Runtime, at: number): null => {
  runtime.at = at;
  return warn(runtime, 'RANGE_ENDS_WRONG');
};

/** `(a)` */
export const compileParentheses: CompileNode = (compiler, node) => compiler.compile(childAt(childrenOf(node), 1, node));

/** Several expressions separated by commas at the top: a list. */
export const compileExpressions: CompileNode = (compiler, node) => {
  const items = childrenOf(node).map(compiler.compile);
  return (runtime, scope) => boundedList(items.map((item) => item(runtime, scope)));
};
