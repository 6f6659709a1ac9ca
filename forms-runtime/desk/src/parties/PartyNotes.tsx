import type { PartyFile, PartyNote } from '@irisflow/client';
import { Button, Dialog, StatusTag, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { NoteDialog } from './NoteDialog.tsx';
import { useDeleteNote } from './use-marks.ts';

interface DeleteProps {
  readonly file: PartyFile;
  readonly note: PartyNote;
  readonly onClose: () => void;
}

const DeleteNote = ({ file, note, onClose }: DeleteProps) => {
  const t = useDeskText();
  const toast = useToast();
  const remove = useDeleteNote(file.id);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || remove.isPending) return;
    const onSuccess = (): void => {
      toast(t('partyNote.deleted'));
      onClose();
    };
    remove.mutate({ noteId: note.id, reason }, { onSuccess });
  };
  return (
    <Dialog open title={t('partyNote.delete.title')} onClose={onClose}>
      <DialogForm
        error={remove.error}
        busy={remove.isPending}
        confirm={t('partyNote.delete')}
        onSubmit={submit}
        onClose={onClose}
      >
        <p>{t('partyNote.delete.text')}</p>
        <ReasonField id="note-delete-reason" {...field} />
      </DialogForm>
    </Dialog>
  );
};

const Before = ({ note: { versions } }: { readonly note: PartyNote }) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  if (versions.length < 2) return null;
  return (
    <details>
      <summary>{t('partyNote.before')}</summary>
      <ul>
        {versions.slice(1).map(({ text, at, by }) => (
          <li key={at}>
            <p className="desk-note__text">{text}</p>
            <p className="iris-muted">
              {by} · {dateTime(at)}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
};

interface NoteProps {
  readonly note: PartyNote;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

const Note = ({ note, onEdit, onDelete }: NoteProps) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { by, writtenAt, versions, audience, withheld, deleted, mayEdit, mayDelete } = note;
  const [now] = versions;
  return (
    <li className="desk-note">
      {deleted === null ? (
        <p className="desk-note__text">{now?.text}</p>
      ) : (
        <p>{t('partyNote.deletedBy', { name: deleted.by, at: dateTime(deleted.at), reason: deleted.reason })}</p>
      )}
      <p className="iris-muted">
        {by} · {dateTime(writtenAt)}
        {versions.length > 1 && now !== undefined && ` · ${t('partyNote.changedAt', { at: dateTime(now.at) })}`}
      </p>
      {audience === 'supervisors' && <StatusTag>{t('partyNote.audience.supervisors')}</StatusTag>}
      {withheld !== null && deleted === null && <p>{t('partyNote.withheld', { ground: withheld })}</p>}
      <Before note={note} />
      {(mayEdit || mayDelete) && (
        <p className="iris-row desk-note__actions">
          {mayEdit && (
            <Button
              tone="secondary"
              size="small"
              aria-label={t('partyNote.change.of', { at: dateTime(writtenAt) })}
              onClick={onEdit}
            >
              {t('partyNote.change')}
            </Button>
          )}
          {mayDelete && (
            <Button
              tone="secondary"
              size="small"
              icon="trash"
              aria-label={t('partyNote.delete.of', { at: dateTime(writtenAt) })}
              onClick={onDelete}
            >
              {t('partyNote.delete')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
};

/** What the office noted about somebody; no other office reads it. */
export const PartyNotes = ({ file }: { readonly file: PartyFile }) => {
  const t = useDeskText();
  const [edited, setEdited] = useState<PartyNote | null>();
  const [deleted, setDeleted] = useState<PartyNote>();
  return (
    <div className="iris-stack">
      {file.notes.length === 0 ? (
        <p className="iris-muted">{t('partyNote.none')}</p>
      ) : (
        <ul className="desk-notes">
          {file.notes.map((note) => (
            <Note key={note.id} note={note} onEdit={() => setEdited(note)} onDelete={() => setDeleted(note)} />
          ))}
        </ul>
      )}
      <div>
        <Button tone="secondary" size="small" icon="plus" onClick={() => setEdited(null)}>
          {t('partyNote.add')}
        </Button>
      </div>
      {edited !== undefined && <NoteDialog file={file} note={edited} onClose={() => setEdited(undefined)} />}
      {deleted !== undefined && <DeleteNote file={file} note={deleted} onClose={() => setDeleted(undefined)} />}
    </div>
  );
};
