import type { PartyFile, PartyNote } from '@irisflow/client';
import { usePerson } from '@irisflow/frame';
import { CheckboxGroup, Dialog, RadioGroup, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { type NoteDraft, useSaveNote } from './use-marks.ts';

interface NoteDialogProps {
  readonly file: PartyFile;
  /** Null for a new one. */
  readonly note: PartyNote | null;
  readonly onClose: () => void;
}

interface ReadersProps {
  readonly draft: NoteDraft;
  readonly onChange: (part: Partial<NoteDraft>) => void;
  readonly isAsked: boolean;
}

/** Who reads it, and whether the law keeps it from the person; supervisors alone say so. */
const Readers = ({ draft, onChange, isAsked }: ReadersProps) => {
  const t = useDeskText();
  const { audience, withheld } = draft;
  return (
    <>
      <RadioGroup
        id="note-audience"
        label={t('partyNote.audience')}
        options={(['clerks', 'supervisors'] as const).map((value) => ({
          value,
          label: t(`partyNote.audience.${value}`),
        }))}
        value={audience}
        onChange={(value) => onChange({ audience: value === 'supervisors' ? 'supervisors' : 'clerks' })}
      />
      <CheckboxGroup
        id="note-withheld"
        label={t('partyNote.access')}
        optional
        options={[{ value: 'withheld', label: t('partyNote.withhold'), hint: t('partyNote.withhold.hint') }]}
        value={withheld === null ? [] : ['withheld']}
        onChange={(values) => onChange({ withheld: values.length === 0 ? null : '' })}
      />
      {withheld !== null && (
        <TextArea
          id="note-ground"
          label={t('partyNote.ground')}
          rows={2}
          maxLength={500}
          value={withheld}
          onChange={(ground) => onChange({ withheld: ground })}
          {...(isAsked && withheld.trim() === '' && { error: t('partyNote.ground.missing') })}
        />
      )}
    </>
  );
};

const firstOf = (note: PartyNote | null): NoteDraft => ({
  text: note?.versions[0]?.text ?? '',
  audience: note?.audience ?? 'clerks',
  withheld: note?.withheld ?? null,
});

/** Writes a note about somebody, or changes one's own. */
export const NoteDialog = ({ file, note, onClose }: NoteDialogProps) => {
  const t = useDeskText();
  const toast = useToast();
  const save = useSaveNote(file.id, note);
  const maySayWho = isSupervisor(usePerson());
  const [draft, setDraft] = useState<NoteDraft>(() => firstOf(note));
  const [isAsked, setAsked] = useState(false);
  const change = (part: Partial<NoteDraft>): void => setDraft({ ...draft, ...part });
  const submit = (): void => {
    setAsked(true);
    const text = draft.text.trim();
    const withheld = draft.withheld?.trim() ?? null;
    if (text === '' || withheld === '' || save.isPending) return;
    const onSuccess = (): void => {
      toast(t('partyNote.done'));
      onClose();
    };
    save.mutate({ ...draft, text, withheld }, { onSuccess });
  };
  return (
    <Dialog open title={t(note === null ? 'partyNote.add' : 'partyNote.change')} onClose={onClose}>
      <DialogForm
        error={save.error}
        busy={save.isPending}
        confirm={t('partyNote.save')}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextArea
          id="note-text"
          label={t('partyNote.text')}
          hint={t('partyNote.text.hint')}
          rows={5}
          maxLength={5000}
          value={draft.text}
          onChange={(text) => change({ text })}
          {...(isAsked && draft.text.trim() === '' && { error: t('note.missing') })}
        />
        {maySayWho && <Readers draft={draft} onChange={change} isAsked={isAsked} />}
      </DialogForm>
    </Dialog>
  );
};
