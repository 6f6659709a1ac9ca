import { caseStatuses } from '@irisflow/client';
import { useMemo } from 'react';
import { useProcedures } from '../../api/procedures.ts';
import type { RightFile } from '../../rights/right-file.ts';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../../workspace/draft-context.ts';
import { kindOfFile } from '../../workspace/file-kinds.ts';
import { parsedFile, type NameChoice } from '../../workspace/name-choices.ts';
import { useNameChoices } from '../../workspace/use-name-choices.ts';
import type { PartKind } from './named-parts.ts';

/** States of every kind of right of the draft; one key that several have is one choice. */
const stateChoices = (files: ReadonlyMap<string, string>, locale: 'fr' | 'nl' | 'en'): NameChoice[] => {
  const states = [...files.keys()]
    .filter((path) => kindOfFile(path) === 'right')
    .flatMap((path) => (parsedFile(files, path) as RightFile | null)?.states ?? []);
  return [...new Map(states.map(({ key, label }) => [key, label?.[locale] || key]))].map(([value, label]) => ({
    value,
    label,
  }));
};

/** What a part of a step may name, by the words that people know it by; null while it is not known. */
export const usePartChoices = (kind: PartKind): readonly NameChoice[] | null => {
  const t = useTexts();
  const { files } = useDraft().state;
  const { data: procedures } = useProcedures();
  const isOwn = kind === 'caseStatus' || kind === 'rightState' || kind === 'procedure';
  const named = useNameChoices(isOwn ? 'letter' : kind === 'rightSource' ? 'sources' : kind);
  return useMemo(() => {
    if (kind === 'caseStatus') return caseStatuses.map((value) => ({ value, label: t(`caseStatus.${value}`) }));
    // A right of another procedure may be moved too: its states are not here.
    if (kind === 'rightState') {
      const states = stateChoices(files, t.locale);
      return states.length === 0 ? null : states;
    }
    if (kind === 'procedure')
      return procedures?.map(({ key, title }) => ({ value: key, label: title[t.locale] || key })) ?? null;
    // Of the sources that it declares, those that are rights of other administrations.
    if (kind === 'rightSource') return named.filter(({ value }) => value.startsWith('right-'));
    return named;
  }, [kind, named, files, procedures, t]);
};
