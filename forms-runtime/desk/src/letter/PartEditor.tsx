import { type Locale, ProblemError } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, localeNames, TextArea, useLocale } from '@irisflow/ui';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { fieldId, type PartProps } from './letter-part.ts';
import { type PartOf, useWritePart } from './use-letter.ts';

const wrongs = {
  locked: 'letter.wrong.locked',
  required: 'letter.wrong.required',
  maxLength: 'letter.wrong.maxLength',
  valueMissing: 'letter.wrong.valueMissing',
  valueUnknown: 'letter.wrong.valueUnknown',
  unprintable: 'paragraph.wrong.unprintable',
} as const satisfies Record<string, DeskKey>;

const isLocale = (word: string): word is Locale => Object.hasOwn(localeNames, word);

const isKnown = (keyword: string | undefined): keyword is keyof typeof wrongs =>
  keyword !== undefined && Object.hasOwn(wrongs, keyword);

const wordsOf = (found: unknown): string => (typeof found === 'string' ? found : '');

/** What the server found wrong with what was written; what is wrong in another language is said with its name. */
const useWrong = (error: unknown, { language }: PartOf): string | undefined => {
  const t = useDeskText();
  if (!(error instanceof ProblemError) || error.problem.code !== 'INPUT_INVALID') return undefined;
  const errors = error.problem.errors ?? [];
  const [first] = [...errors.filter(({ pointer }) => pointer === '/edits/0/text'), ...errors];
  if (!isKnown(first?.keyword)) return undefined;
  const wrong = t(wrongs[first.keyword], { found: wordsOf(first.params?.['found']) });
  const other = wordsOf(first.params?.['language']);
  if (other === language || !isLocale(other)) return wrong;
  return t('letter.wrong.in', { language: t(`language.${other}`), wrong });
};

const MAX_TEXT = 5000;

/** As many lines as it takes, within what one sees at once. */
const rowsFor = (text: string): number => {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 60), 0);
  return Math.min(14, Math.max(3, lines));
};

interface EditorProps extends PartProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onDone: () => void;
}

/** A part being written otherwise. What was typed is kept by who shows it, while another language is in view. */
export const PartEditor = ({ task, draft, letter, part, text, onText, onDone }: EditorProps) => {
  const t = useDeskText();
  const place = { language: letter.language, path: part.path };
  const write = useWritePart(task, draft, place, onDone);
  const wrong = useWrong(write.error, place);
  const send = (written: string | null): void => {
    if (!write.isPending) write.mutate(written);
  };
  return (
    <div className="iris-stack iris-stack--tight desk-letter__editor" lang={useLocale()}>
      {write.isError && wrong === undefined && <Failure error={write.error} />}
      <TextArea
        id={fieldId(place)}
        label={t('letter.part')}
        hint={t('letter.part.hint')}
        rows={rowsFor(text)}
        maxLength={MAX_TEXT}
        value={text}
        onChange={onText}
        {...(wrong !== undefined && { error: wrong })}
      />
      <div className="iris-row">
        <Button size="small" busy={write.isPending} onClick={() => send(text)}>
          {t('letter.part.save')}
        </Button>
        {part.isEdited && (
          <Button size="small" tone="secondary" busy={write.isPending} onClick={() => send(null)}>
            {t('letter.part.restore')}
          </Button>
        )}
        <Button size="small" tone="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
};
