import { isLocked, type CompiledItem, type Prefilled } from '@irisflow/forms';
import type { KnownField } from './KnownCard.tsx';

/** What a section shows after each other: something to read or answer, or values that one source gave in one consultation. */
export type Run = { readonly item: CompiledItem } | { readonly fields: readonly [KnownField, ...KnownField[]] };

const knownField = (item: CompiledItem, prefilled: Prefilled): KnownField | undefined => {
  if (item.kind !== 'control' || !isLocked(item, prefilled)) return undefined;
  const known = prefilled[item.pointer];
  return known && { control: item, known };
};

/** Puts neighboring values of one source together; everything else stays by itself, in its place. */
export const runsOf = (items: readonly CompiledItem[], prefilled: Prefilled): readonly Run[] => {
  const runs: Run[] = [];
  for (const item of items) {
    const field = knownField(item, prefilled);
    const last = runs.at(-1);
    if (field === undefined) runs.push({ item });
    else if (last !== undefined && 'fields' in last && last.fields[0].known.source === field.known.source)
      runs.splice(-1, 1, { fields: [...last.fields, field] });
    else runs.push({ fields: [field] });
  }
  return runs;
};
