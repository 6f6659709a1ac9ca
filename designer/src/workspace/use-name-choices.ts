import { useMemo } from 'react';
import { parametersPath, settingsPath } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from './draft-context.ts';
import {
  choicesOf,
  commonGroups,
  decisionChoices,
  fileChoices,
  groupsIn,
  parsedFile,
  processChoices,
  type NameChoice,
} from './name-choices.ts';
import { useFileTitles } from './use-file-titles.ts';

const kinds = ['form', 'letter', 'right', 'quota', 'obligation', 'codes'] as const;
const lists = ['roles', 'terms', 'sources', 'statuses', 'opinions', 'hearings', 'inspections'] as const;

export type NamedKind =
  | (typeof kinds)[number]
  | (typeof lists)[number]
  | 'decision'
  | 'process'
  | 'parameter'
  | 'group'
  | 'ground';

/** What of the procedure other parts of it may name, by the words that people know it by. */
export const useNameChoices = (kind: NamedKind): readonly NameChoice[] => {
  const t = useTexts();
  const { files } = useDraft().state;
  const titles = useFileTitles();
  return useMemo(() => {
    const file = kinds.find((known) => known === kind);
    if (file !== undefined) return fileChoices(titles, file);
    const settings = (parsedFile(files, settingsPath) ?? {}) as Record<string, unknown>;
    const list = lists.find((known) => known === kind);
    if (list !== undefined) return choicesOf(settings[list], t.locale);
    if (kind === 'decision') return decisionChoices(files);
    if (kind === 'process') return processChoices(files);
    if (kind === 'parameter') return choicesOf(parsedFile(files, parametersPath), t.locale);
    if (kind === 'group')
      return groupsIn(files).map((value) => {
        const common = commonGroups.find((known) => known === value);
        return { value, label: common === undefined ? value : t(`role.${common}`) };
      });
    const grounds = Object.entries((settings['grounds'] ?? {}) as Record<string, Record<string, string>>);
    return grounds.map(([value, text]) => ({ value, label: `${value} – ${text[t.locale] ?? ''}` }));
  }, [files, titles, kind, t]);
};
