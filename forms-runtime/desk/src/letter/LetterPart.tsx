import { Button, useLocale } from '@irisflow/ui';
import { TextDiff } from '../app/TextDiff.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { buttonId, fieldId, type PartProps } from './letter-part.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import { PartEditor } from './PartEditor.tsx';
import type { Typed } from './use-typed.ts';

const Difference = ({ letter, part }: Pick<PartProps, 'letter' | 'part'>) => {
  const t = useDeskText();
  const locale = useLocale();
  if (!part.isEdited || part.base === null || part.text === null) return null;
  return (
    <details className="desk-letter__change" open lang={locale}>
      <summary>{t('letter.changes')}</summary>
      <TextDiff earlier={part.base} later={part.text} lang={letter.language} />
    </details>
  );
};

/** So much of a paragraph tells it from the others. */
const WORDS = 40;

interface Props extends PartProps {
  readonly typed: Typed;
}

/** A part of the letter: to read, with what was changed in it, and to write otherwise where that is allowed. */
export const LetterPart = ({ typed, ...props }: Props) => {
  const t = useDeskText();
  const locale = useLocale();
  const { draft, letter, part } = props;
  const { path, text, lock, blocks } = part;
  const place = { language: letter.language, path };
  const written = typed.of(place);
  const focusLater = (id: string): void => {
    setTimeout(() => document.getElementById(id)?.focus(), 0);
  };
  const close = (): void => {
    typed.keep(place, null);
    focusLater(buttonId(place));
  };
  if (written !== undefined && draft.bar === null)
    return <PartEditor {...props} text={written} onText={(next) => typed.keep(place, next)} onDone={close} />;
  return (
    <>
      <LetterBlocks blocks={blocks} />
      <Difference letter={letter} part={part} />
      {draft.bar === null && lock === null && text !== null && (
        <div lang={locale}>
          <Button
            id={buttonId(place)}
            size="small"
            tone="quiet"
            aria-label={t('letter.edit.of', { text: text.slice(0, WORDS) })}
            onClick={() => {
              typed.keep(place, text);
              focusLater(fieldId(place));
            }}
          >
            {t('letter.edit')}
          </Button>
        </div>
      )}
    </>
  );
};
