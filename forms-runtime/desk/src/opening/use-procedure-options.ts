import type { ProcedureSummary } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { type ChoiceOption, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Procedures to open a case of; one that ends says when: what came in before that day is entered all the same. */
export const useProcedureOptions = (procedures: readonly ProcedureSummary[]): ChoiceOption[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return procedures.map(({ key, title: titles, retirement }) => {
    const title = read(titles);
    if (retirement === undefined) return { value: key, label: title };
    const day = date(retirement.closesOn);
    return { value: key, label: t(retirement.isClosed ? 'opening.endedSince' : 'opening.endsOn', { title, day }) };
  });
};
