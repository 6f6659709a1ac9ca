import { lookUpIn } from './element-results.ts';
import { inferType } from './infer-type.ts';
import type { Knowledge } from './known-name.ts';
import { unknownType } from './value-type.ts';

/** What is known where something is repeated for each entry of a list: `item` is one of them. */
export const withItemOf = (knowledge: Knowledge, list: string): Knowledge => {
  const item = knowledge.names.get('item');
  if (item === undefined) return knowledge;
  const { type } = inferType(list, lookUpIn(knowledge));
  const names = new Map(knowledge.names).set('item', { ...item, type: type.kind === 'list' ? type.of : unknownType });
  return { ...knowledge, names };
};
