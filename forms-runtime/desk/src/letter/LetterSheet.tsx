import type { LetterDraft, TaskView } from '@irisflow/client';
import { Notice, useFormatters } from '@irisflow/ui';
import { useId } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { LetterBlocks } from './LetterBlocks.tsx';
import { LetterPart } from './LetterPart.tsx';
import { useLetterDraft } from './use-letter.ts';

type Sheet = NonNullable<TaskView['letter']>;

interface SheetProps {
  readonly task: TaskView;
  readonly sheet: Sheet;
}

interface DraftProps {
  readonly draft: LetterDraft;
}

/** Who wrote in it what its template does not say, and whether it can still go so. */
const Changed = ({ draft }: DraftProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { editedBy, editedAt, isStale, bar, parts } = draft;
  const isEdited = editedBy !== null && editedAt !== null && parts.some((part) => part.isEdited);
  return (
    <>
      {isStale && (
        <Notice tone="danger" title={t('letter.stale')}>
          {t('letter.stale.text')}
        </Notice>
      )}
      {isEdited && (
        <Notice tone="warning" title={t('letter.edited', { name: editedBy.name, at: dateTime(editedAt) })}>
          {t('letter.edited.text')}
        </Notice>
      )}
      {bar === null && <p className="iris-muted">{t('letter.edit.hint')}</p>}
      {bar === 'languages' && <p className="iris-muted">{t('letter.edit.languages')}</p>}
    </>
  );
};

/** The letter as it will go when the task is approved: nobody signs what they have not read. */
export const LetterSheet = ({ task, sheet }: SheetProps) => {
  const t = useDeskText();
  const title = useId();
  const { data: draft } = useLetterDraft(task);
  return (
    <section className="iris-stack" aria-labelledby={title}>
      <h2 id={title} className="iris-section-title">
        {t('letter.title')}
      </h2>
      {!(draft ?? sheet).complete && <Notice tone="danger" title={t('letter.incomplete')} />}
      {draft !== undefined && <Changed draft={draft} />}
      <article className="desk-letter" lang={sheet.language}>
        <p>
          <strong>{sheet.administration}</strong>
        </p>
        <p className="desk-letter__recipient">
          {sheet.recipient.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p>
          {sheet.reference} · {sheet.date}
        </p>
        <h3>{sheet.subject}</h3>
        {draft === undefined ? (
          <LetterBlocks blocks={sheet.blocks} />
        ) : (
          draft.parts.map((part) => <LetterPart key={part.path} task={task} draft={draft} part={part} />)
        )}
      </article>
      <p>
        <a href={`/api/tasks/${task.id}/letter`} target="_blank" rel="noreferrer">
          {t('letter.pdf')}
        </a>
      </p>
    </section>
  );
};
