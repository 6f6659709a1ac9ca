import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import type { RightDescription } from '../right-description.ts';
import { rightSourceKey } from '../right-source-description.ts';
import { declareRightSource, endRightSources } from '../storage/right-sources.ts';

interface Published {
  readonly administration: string;
  readonly procedureKey: string;
  readonly version: number;
  readonly rights: ProcedureFolder['rights'];
  readonly at: number;
}

const labelsOf = ({ data }: RightDescription, fields: readonly string[]): Record<string, LocalizedText> =>
  Object.fromEntries(
    fields.flatMap((name) => {
      const field = data.properties[name];
      return field === undefined ? [] : [[name, field.label]];
    }),
  );

/** From the moment of its publication on a version says which kinds of rights others may ask, and what of them. */
export const declareRightSources = async (
  tx: Queryable,
  { administration, procedureKey, version, rights, at }: Published,
): Promise<void> => {
  const offered: string[] = [];
  for (const [kind, right] of rights) {
    const { source, name } = right;
    if (source === undefined) continue;
    offered.push(kind);
    const said = {
      key: rightSourceKey(procedureKey, kind),
      administration,
      procedureKey,
      kind,
      version,
      name,
      fields: source.fields,
      labels: labelsOf(right, source.fields),
      states: source.states ?? null,
      authorization: source.authorization,
      administrations: source.administrations ?? null,
    };
    await declareRightSource(tx, said, at);
  }
  await endRightSources(tx, { procedureKey, except: offered, at });
};
