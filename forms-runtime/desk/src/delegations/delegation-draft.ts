import type { LocalizedText } from '@irisflow/client';
import { isDate } from '@irisflow/forms';
import { isComplete, noText, trimmed } from '../administration/LocalizedFields.tsx';
import { keysOf, type ChosenProcedures } from '../systems/ProcedureChoice.tsx';
import type { DelegationToGive } from './use-delegations.ts';

export interface Draft {
  readonly delegateId: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly groups: readonly string[];
  readonly procedures: ChosenProcedures;
  readonly capacity: LocalizedText;
  readonly instrument: string;
}

export const blankDraft = (today: string): Draft => ({
  delegateId: undefined,
  from: today,
  to: undefined,
  groups: [],
  procedures: { which: 'all', keys: [] },
  capacity: noText,
  instrument: '',
});

/** The field that has to be filled in otherwise before it is sent. */
export type WrongField = 'who' | 'from' | 'to' | 'groups' | 'procedures' | 'capacity' | 'instrument';

const isDay = (day: string | undefined): day is string => day !== undefined && isDate(day);

/** Fields that keep it from being sent, in their order. */
export const wrongIn = (draft: Draft, today: string): readonly WrongField[] => {
  const { from, to } = draft;
  const startsWell = isDay(from) && from >= today;
  const endsWell = isDay(to) && to >= today && !(isDay(from) && to < from);
  const wrong: Readonly<Record<WrongField, boolean>> = {
    who: draft.delegateId === undefined,
    from: !startsWell,
    to: !endsWell,
    groups: draft.groups.length === 0,
    procedures: keysOf(draft.procedures) === undefined,
    capacity: !isComplete(draft.capacity),
    instrument: draft.instrument.trim() === '',
  };
  return (Object.keys(wrong) as WrongField[]).filter((field) => wrong[field]);
};

/** What is sent, once nothing is wrong in it. */
export const delegationOf = (draft: Draft): DelegationToGive => ({
  delegateId: draft.delegateId ?? '',
  from: draft.from ?? '',
  to: draft.to ?? '',
  groups: draft.groups,
  procedures: draft.procedures.which === 'all' ? null : draft.procedures.keys,
  capacity: trimmed(draft.capacity),
  instrument: draft.instrument.trim(),
});
