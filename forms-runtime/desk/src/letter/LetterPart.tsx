import { ProblemError, type LetterDraft, type TaskView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, TextArea, useLocale } from '@irisflow/ui';
import { useState } from 'react';
import { TextDiff } from '../app/TextDiff.tsx';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import { useWritePart } from './use-letter.ts';

type Part = LetterDraft['parts'][number];

interface PartProps {
  readonly task: TaskView;
  readonly draft: LetterDraft;
  readonly part: Part;
}

const wrongs = {
  locked: 'letter.wrong.locked',
  required: 'letter.wrong.required',
  maxLength: 'letter.wrong.maxLength',
  valueMissing: 'letter.wrong.valueMissing',
  valueUnknown: 'letter.wrong.valueUnknown',
  unprintable: 'paragraph.wrong.unprintable',
} as const satisfies Record<string, DeskKey>;

/** What the server found wrong with what was written. */
const useWrong = (error: unknown): string | undefined => {
  const t = useDeskText();
  if (!(error instanceof ProblemError) || error.problem.code !== 'INPUT_INVALID') return undefined;
  const [first] = error.problem.errors ?? [];
  const key = Object.entries(wrongs).find(([keyword]) => keyword === first?.keyword)?.[1];
  const found = first?.params?.['found'];
  return key === undefined ? undefined : t(key, { found: typeof found === 'string' ? found : '' });
};

const MAX_TEXT = 5000;
const fieldId = (path: string): string => `letter-part-${path.replace('.', '-')}`;
const buttonId = (path: string): string => `letter-edit-${path.replace('.', '-')}`;

const PartEditor = ({ task, draft, part, onDone }: PartProps & { readonly onDone: () => void }) => {
  const t = useDeskText();
  const write = useWritePart(task, draft, part.path);
  const [text, setText] = useState(part.text ?? '');
  const wrong = useWrong(write.error);
  const send = (written: string | null): void => {
    if (!write.isPending) write.mutate(written, { onSuccess: onDone });
  };
  return (
    <div className="iris-stack iris-stack--tight desk-letter__editor" lang={useLocale()}>
      {write.isError && wrong === undefined && <Failure error={write.error} />}
      <TextArea
        id={fieldId(part.path)}
        label={t('letter.part')}
        hint={t('letter.part.hint')}
        rows={Math.min(12, Math.max(3, Math.ceil(text.length / 70)))}
        maxLength={MAX_TEXT}
        value={text}
        onChange={setText}
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

const Difference = ({ draft, part }: Omit<PartProps, 'task'>) => {
  const t = useDeskText();
  const locale = useLocale();
  if (!part.isEdited || part.base === null || part.text === null) return null;
  return (
    <details className="desk-letter__change" open lang={locale}>
      <summary>{t('letter.changes')}</summary>
      <TextDiff earlier={part.base} later={part.text} lang={draft.language} />
    </details>
  );
};

/** So much of a paragraph tells it from the others. */
const WORDS = 40;

/** A part of the letter: to read, with what was changed in it, and to write otherwise where that is allowed. */
export const LetterPart = ({ task, draft, part }: PartProps) => {
  const t = useDeskText();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { path, text, lock, blocks } = part;
  const close = (): void => {
    setOpen(false);
    setTimeout(() => document.getElementById(buttonId(path))?.focus(), 0);
  };
  const open = (): void => {
    setOpen(true);
    setTimeout(() => document.getElementById(fieldId(path))?.focus(), 0);
  };
  if (isOpen && draft.bar === null) return <PartEditor task={task} draft={draft} part={part} onDone={close} />;
  return (
    <>
      <LetterBlocks blocks={blocks} />
      <Difference draft={draft} part={part} />
      {draft.bar === null && lock === null && text !== null && (
        <div lang={locale}>
          <Button
            id={buttonId(path)}
            size="small"
            tone="quiet"
            aria-label={t('letter.edit.of', { text: text.slice(0, WORDS) })}
            onClick={open}
          >
            {t('letter.edit')}
          </Button>
        </div>
      )}
    </>
  );
};
