import { Button, Notice, type Locale } from '@irisflow/ui';
import { useTexts } from '../texts/use-texts.ts';
import type { MandatoryPart } from './letter.ts';
import type { LetterSheet } from './use-letter-sheet.ts';

export interface MissingPartsProps {
  readonly sheet: LetterSheet;
  /** The language of the letter. */
  readonly language: Locale;
  /** Puts a part into the letter; left out where the letter cannot be changed. */
  readonly onInsert?: (part: MandatoryPart) => void;
  /** Shows the page all the same. */
  readonly onDraft: () => void;
}

/** Why a page is not shown, or shown as a draft: what the law wants and the letter lacks, each a click from being there. */
export const MissingParts = ({ sheet: { missing, url }, language, onInsert, onDraft }: MissingPartsProps) => {
  const t = useTexts();
  if (missing.length === 0) return null;
  const isShown = url !== null;
  return (
    <Notice
      tone={isShown ? 'warning' : 'danger'}
      title={isShown ? t('letter.draftShown') : t.plural('letter.refused', missing.length)}
      live
    >
      <p>{t('letter.refusedText', { language: t(`letter.language.${language}`) })}</p>
      <ul className="letter-missing">
        {missing.map((part) => (
          <li key={part}>
            {onInsert === undefined ? (
              t(`letter.part.${part}`)
            ) : (
              <Button tone="secondary" size="small" icon="plus" onClick={() => onInsert(part)}>
                {t('letter.insertPart', { part: t(`letter.part.${part}`) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!isShown && (
        <Button tone="quiet" size="small" onClick={onDraft}>
          {t('letter.showDraft')}
        </Button>
      )}
    </Notice>
  );
};
