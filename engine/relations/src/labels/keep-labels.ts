import { appendAudit, requireCorrector, requireStaff } from '@irisflow/access';
import { CaseworkError, isoOf, requireSaid } from '@irisflow/foundation';
import { insertLabel, type LabelRow, listLabels, updateLabel } from '../storage/labels.ts';
import type { UseCase } from '../surroundings.ts';
import type { LabelColor, PartyLabel } from '../views/note.ts';

export const viewLabel = ({ id, name_fr: fr, name_nl: nl, color, retired_at: retiredAt }: LabelRow): PartyLabel => ({
  id,
  name: { fr, nl },
  color,
  isRetired: retiredAt !== null,
});

const MAX_NAME = 60;

export interface LabelWords {
  readonly name: { readonly fr: string; readonly nl: string };
  readonly color: LabelColor;
}

const namesOf = ({ name }: LabelWords) => {
  const say = (language: 'fr' | 'nl') =>
    requireSaid(name[language], { what: 'a name', pointer: `/name/${language}`, most: MAX_NAME });
  return { fr: say('fr'), nl: say('nl') };
};

const taken = (): CaseworkError =>
  new CaseworkError('INPUT_INVALID', 'Expected names that no other label has, but one does', {
    errors: [{ pointer: '/name', keyword: 'unique' }],
  });

/** The labels of my administration, those that are put nowhere any more too. */
export const listPartyLabels: UseCase<Record<string, never>, PartyLabel[]> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['agent', 'supervisor', 'administrator']);
  return (await listLabels(database, administration)).map(viewLabel);
};

export const addPartyLabel: UseCase<LabelWords, PartyLabel[]> = async (surroundings, actor, words) => {
  const { administration, person } = requireCorrector(actor);
  const names = namesOf(words);
  const { clock, random } = surroundings;
  return surroundings.database.transaction(async (tx) => {
    const id = random.id();
    const { color } = words;
    const label = { id, administration, ...names, color, at: isoOf(clock.now()), by: person.id };
    if (!(await insertLabel(tx, label))) throw taken();
    await appendAudit(surroundings, tx, { actor, action: 'label.added', object: `label:${id}`, administration });
    return (await listLabels(tx, administration)).map(viewLabel);
  });
};

export interface ChangeLabel extends LabelWords {
  readonly labelId: string;
  readonly isRetired: boolean;
}

export const changePartyLabel: UseCase<ChangeLabel, PartyLabel[]> = async (surroundings, actor, changed) => {
  const { administration } = requireCorrector(actor);
  const names = namesOf(changed);
  const { labelId: id, color, isRetired } = changed;
  return surroundings.database.transaction(async (tx) => {
    const retiredAt = isRetired ? isoOf(surroundings.clock.now()) : null;
    const became = await updateLabel(tx, { id, administration, ...names, color, retiredAt });
    if (became === 'taken') throw taken();
    if (became === 'missing') throw new CaseworkError('NOT_FOUND', `Expected a label ${id}, but there is none`);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'label.changed',
      object: `label:${id}`,
      administration,
      detail: { color, isRetired },
    });
    return (await listLabels(tx, administration)).map(viewLabel);
  });
};
