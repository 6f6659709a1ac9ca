import type { ContactUnitView } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Form, Notice, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useUnsaved } from '../app/use-unsaved.ts';
import { draftOf, isSameDraft, refusedIn, toSave, wrongIn } from './contact-unit-draft.ts';
import { useContactUnitText } from './contact-unit-texts.ts';
import { ContactUnitFields } from './ContactUnitFields.tsx';
import { useContactUnit, useSaveContactUnit } from './use-contact-unit.ts';

const focusOn = (id: string | undefined): void => {
  if (id !== undefined) document.getElementById(id)?.focus();
};

/** A unit being changed; what a colleague saves meanwhile is not overwritten unseen. */
const useEdit = (kept: ContactUnitView) => {
  const t = useContactUnitText();
  const toast = useToast();
  const save = useSaveContactUnit();
  const [base, setBase] = useState(kept);
  const [draft, setDraft] = useState(() => draftOf(kept.unit));
  const [asked, setAsked] = useState(false);
  const isUnsaved = !isSameDraft(draft, draftOf(base.unit));
  useUnsaved(isUnsaved);
  const start = (from: ContactUnitView): void => {
    setBase(from);
    setDraft(draftOf(from.unit));
    setAsked(false);
  };
  const refused = refusedIn(save.error);
  const own = wrongIn(draft);
  const send = (): void =>
    save.mutate(
      { revision: base.revision, unit: toSave(draft) },
      {
        onSuccess: (saved) => {
          start(saved);
          toast(t('saved'));
        },
        onError: (error) => focusOn([...refusedIn(error).keys()][0]),
      },
    );
  return {
    base,
    draft,
    isUnsaved,
    isSaving: save.isPending,
    wrong: refused.size > 0 || !asked ? refused : own,
    failure: refused.size > 0 ? null : save.error,
    change: (next: typeof draft): void => {
      setDraft(next);
      save.reset();
    },
    submit: (): void => {
      setAsked(true);
      if (own.size > 0) focusOn([...own.keys()][0]);
      else if (!save.isPending) send();
    },
    discard: (): void => {
      start(kept);
      save.reset();
    },
  };
};

const ContactUnitForm = ({ kept }: { readonly kept: ContactUnitView }) => {
  const t = useContactUnitText();
  const edit = useEdit(kept);
  const [isAsking, setAsking] = useState(false);
  return (
    <Form className="iris-stack desk-form" onSubmit={edit.submit}>
      {edit.base.unit === null && <Notice>{t('none')}</Notice>}
      <ContactUnitFields draft={edit.draft} onChange={edit.change} wrong={edit.wrong} />
      {edit.failure !== null && <Failure error={edit.failure} />}
      <div className="iris-form-actions">
        <Button type="submit" busy={edit.isSaving}>
          {t('save')}
        </Button>
        {edit.isUnsaved && (
          <Button tone="secondary" onClick={() => setAsking(true)}>
            {t('discard')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isAsking}
        title={t('discard.title')}
        confirm={t('discard')}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          edit.discard();
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('discard.text')}</p>
      </ConfirmDialog>
    </Form>
  );
};

/** Whom letters of my administration to many people name for questions. */
export const ContactUnitPage = () => {
  const t = useContactUnitText();
  return (
    <AdministrationFrame title={t('title')} lead={t('lead')}>
      <Answered query={useContactUnit()}>{(kept) => <ContactUnitForm kept={kept} />}</Answered>
    </AdministrationFrame>
  );
};
