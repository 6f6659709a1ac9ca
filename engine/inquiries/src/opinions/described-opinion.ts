import type { TermRule } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import { CaseworkError } from '@irisflow/foundation';
import type { OpinionDescription } from '@irisflow/procedures';
import { groupName } from '../storage/groups.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Asking, nameOrKey } from './ask-opinion.ts';

type Declared = Pick<Asking, 'addressee' | 'described' | 'rule' | 'calendar' | 'tacit' | 'isPublic'>;

export const ruleOf = ({ length, kind }: Pick<OpinionDescription, 'length' | 'kind'>): TermRule => ({
  kind,
  length,
  startsAfter: 'receipt',
  warnAfter: null,
});

/** An opinion as the procedure of a case declares it, with what is left out there. `among` reads the names of groups. */
export const declaredOpinion = async (
  surroundings: Surroundings,
  { row, key, among }: { readonly row: CaseRow; readonly key: string; readonly among: Surroundings },
): Promise<Declared> => {
  const { database, library } = surroundings;
  const { key: procedureKey, description } = await library.version(database, row.procedure_key, row.procedure_version);
  const described = description.opinions?.find((one) => one.key === key);
  if (described === undefined)
    throw new CaseworkError('INPUT_INVALID', `Expected an opinion of ${procedureKey}, but found ${key.slice(0, 80)}`, {
      errors: [{ pointer: '/key', keyword: 'unknown' }],
    });
  const { of } = described;
  const administration = of.administration ?? row.administration;
  const name = nameOrKey(await groupName(among.database, { administration, key: of.group }), of.group);
  return {
    described,
    addressee: { administration, group: of.group, personId: null, name },
    rule: ruleOf(described),
    calendar: described.calendar ?? 'legal',
    tacit: described.tacit ?? 'none',
    isPublic: described.isPublic ?? false,
  };
};
