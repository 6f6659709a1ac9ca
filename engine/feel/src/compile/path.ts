import type { SyntaxNode } from '@lezer/common';

import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import type { FeelRange } from '../values/feel-range.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import type { ValueOf } from '../values/kind-of.ts';
import { getOwn } from '../values/own.ts';
import { temporalProperty } from '../values/temporal-property.ts';
import type { FeelTemporal } from '../values/temporal.ts';
import { childAt, childrenOf } from './compiler.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { nameOf } from './names.ts';

const rangeProperties: Readonly<Record<string, (range: FeelRange) => unknown>> = {
  start: ({ start }) => start,
  end: ({ end }) => end,
  'start included': ({ startIncluded }) => startIncluded,
  'end included': ({ endIncluded }) => endIncluded,
};

const rangeProperty = (range: FeelRange, name: string): unknown =>
  Object.hasOwn(rangeProperties, name) ? rangeProperties[name]?.(range) : undefined;

const noEntry = (runtime: Runtime, name: string): null => warn(runtime, 'ENTRY_MISSING', { name });

const noProperty = (runtime: Runtime, name: string, value: unknown): null =>
  warn(runtime, 'PROPERTY_MISSING', { name, found: kindOf(value) });

const entry = (runtime: Runtime, context: ValueOf['context'], name: string): unknown => {
  const value = getOwn(context, name);
  return value === undefined ? noEntry(runtime, name) : value;
};

const property = (runtime: Runtime, value: unknown, name: string): unknown => {
  const found = isKind(value, 'range') ? rangeProperty(value, name) : temporalProperty(value as FeelTemporal, name);
  return found === undefined ? noProperty(runtime, name, value) : found;
};

/** Entry of a context, property of a date or range, or the list of these for each item of a list. */
export const access = (runtime: Runtime, value: unknown, name: string): unknown => {
  switch (kindOf(value)) {
    case 'null':
      return null;
    case 'context':
      return entry(runtime, value as ValueOf['context'], name);
    case 'list':
      charge(runtime, (value as ValueOf['list']).length);
      return (value as ValueOf['list']).map((item) => access(runtime, item, name));
    case 'number':
    case 'string':
    case 'boolean':
    case 'function':
      return noProperty(runtime, name, value);
    default:
      return property(runtime, value, name);
  }
};

/** What is read of a variable goes one name further in. */
const extendRead = ({ reads }: Compiler, base: SyntaxNode, { name, to }: { name: string; to: number }): void => {
  const last = reads.at(-1);
  if (last?.from === base.from && last.to === base.to)
    reads[reads.length - 1] = { ...last, path: [...last.path, name], to };
};

/** `a.b` */
export const compilePath: CompileNode = (compiler, node) => {
  const children = childrenOf(node);
  const baseNode = childAt(children, 0, node);
  const base = compiler.compile(baseNode);
  const nameNode = childAt(children, 2, node);
  const name = nameOf(compiler, nameNode);
  extendRead(compiler, baseNode, { name, to: node.to });
  const at = nameNode.from;
  return (runtime, scope) => {
    const value = base(runtime, scope);
    runtime.at = at;
    return access(runtime, value, name);
  };
};
