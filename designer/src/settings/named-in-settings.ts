import { targetOf, type NamedThing } from '@irisflow/names';
import type { Removal } from '../workspace/names/name-tools.ts';
import { settingsPath } from './procedure-file.ts';

/** How the entries of a list of `procedure.json` are named elsewhere. */
export const namedInSettings =
  (list: string, thing: NamedThing) =>
  ({ key }: { readonly key: string }, index: number): Omit<Removal, 'name'> => ({
    question: { kind: 'usages', targets: key === '' ? [] : [targetOf.thing(thing, key)] },
    path: settingsPath,
    pointer: `/${list}/${index}`,
  });
