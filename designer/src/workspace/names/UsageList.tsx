import type { ProcedureProblem } from '@irisflow/client';
import type { Usage } from '@irisflow/names';
import { useTexts } from '../../texts/use-texts.ts';
import { useDraft } from '../draft-context.ts';
import { useFileTitles } from '../use-file-titles.ts';
import { placeWords } from './place-words.ts';

export interface UsageListProps {
  readonly usages: readonly Usage[];
  /** Leads to a place; the list only tells where it is left out. */
  readonly onOpen?: (place: ProcedureProblem) => void;
}

/** A place as the list of problems leads to one. */
const asPlace = ({ file, elementId, pointer }: Usage): ProcedureProblem => ({
  file,
  elementId,
  pointer,
  line: null,
  code: 'USED_HERE',
  severity: 'warning',
  message: { fr: '', nl: '', en: '' },
});

/** Places that use something, each once, in the words of the reader. */
export const UsageList = ({ usages, onOpen }: UsageListProps) => {
  const t = useTexts();
  const { files } = useDraft().state;
  const titles = useFileTitles();
  const told = new Map(
    usages.map((usage) => {
      const words = placeWords(files, usage, t.locale);
      return [[titles.get(usage.file) ?? usage.file, words].filter((text) => text !== '').join(' – '), usage] as const;
    }),
  );
  return (
    <ul className="usages" {...(onOpen === undefined && { tabIndex: 0 })}>
      {[...told].map(([words, usage]) => (
        <li key={words}>
          {onOpen === undefined ? (
            words
          ) : (
            <button type="button" className="iris-link-button" onClick={() => onOpen(asPlace(usage))}>
              {words}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
};
