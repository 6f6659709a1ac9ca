import type { CaseView } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, Form, TextArea, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { useAddNote } from './use-cases.ts';

const MAX_NOTE = 5000;

const problemOf = (text: string): DeskKey | undefined => {
  if (text.trim() === '') return 'note.missing';
  return text.length > MAX_NOTE ? 'note.long' : undefined;
};

const NoteForm = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const toast = useToast();
  const add = useAddNote(caseId);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<DeskKey>();
  const submit = (): void => {
    const found = problemOf(text);
    setProblem(found);
    if (found !== undefined || add.isPending) return;
    const onSuccess = (): void => {
      setText('');
      toast(t('note.done'));
    };
    add.mutate(text.trim(), { onSuccess });
  };
  return (
    <Form className="iris-stack iris-stack--tight desk-note-form" onSubmit={submit}>
      {add.isError && <Failure error={add.error} />}
      <TextArea
        id="note"
        label={t('note.label')}
        hint={t('note.hint')}
        rows={3}
        maxLength={MAX_NOTE}
        value={text}
        onChange={setText}
        {...(problem !== undefined && { error: t(problem) })}
      />
      <div>
        <Button type="submit" tone="secondary" size="small" busy={add.isPending}>
          {t('note.add')}
        </Button>
      </div>
    </Form>
  );
};

/** Internal notes; applicants never see them. */
export const Notes = ({ file }: { readonly file: CaseView }) => {
  const { dateTime } = useFormatters();
  return (
    <div className="iris-stack">
      <ul className="desk-notes">
        {file.notes.map(({ id, at, by, text }) => (
          <li key={id} className="desk-note">
            <p className="desk-note__text">{text}</p>
            <p className="iris-muted">
              {by} · {dateTime(at)}
            </p>
          </li>
        ))}
      </ul>
      <NoteForm caseId={file.id} />
    </div>
  );
};
