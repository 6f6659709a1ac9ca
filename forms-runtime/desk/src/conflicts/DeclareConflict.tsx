import type { CaseView, ColleagueView, ConflictScope } from '@irisflow/client';
import { Answered, usePerson } from '@irisflow/frame';
import { Button, Dialog, RadioGroup, Select, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { isClerk, isSupervisor } from '../session/clerk.ts';
import { useColleagues } from '../task/use-colleagues.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useDeclareConflict } from './use-conflicts.ts';

interface FormProps {
  readonly file: CaseView;
  /** Of whom a supervisor may note one; nobody for a clerk, who declares their own. */
  readonly colleagues: readonly ColleagueView[];
  readonly onClose: () => void;
}

const scopes = ['case', 'party'] as const satisfies readonly ConflictScope[];

const useDeclaration = ({ file, onClose }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const me = usePerson();
  const [, go] = useLocation();
  const declare = useDeclareConflict(file.id);
  const [personId, setPersonId] = useState<string | undefined>(me.id);
  const [scope, setScope] = useState<ConflictScope>('case');
  const { reason, check, field } = useReason();
  const isMine = personId === undefined || personId === me.id;
  const submit = (): void => {
    if (!check() || declare.isPending) return;
    const onSuccess = (): void => {
      toast(t(isMine ? 'conflict.declared' : 'conflict.noted'));
      // The case is not there any more for whoever has a conflict with it.
      if (isMine) go('/');
      else onClose();
    };
    declare.mutate({ ...(isMine ? {} : { personId }), scope, reason }, { onSuccess });
  };
  return { declare, personId, setPersonId, scope, setScope, field, isMine, submit };
};

const DeclareForm = (props: FormProps) => {
  const { file, colleagues, onClose } = props;
  const t = useDeskText();
  const { declare, personId, setPersonId, scope, setScope, field, isMine, submit } = useDeclaration(props);
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <DialogForm
      error={declare.error}
      busy={declare.isPending}
      confirm={t(isMine ? 'conflict.declare' : 'conflict.note')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(isMine ? 'conflict.declare.text' : 'conflict.note.text')}</p>
      {options.length > 0 && (
        <Select
          id="conflict-person"
          label={t('conflict.person')}
          options={options}
          value={personId}
          onChange={setPersonId}
        />
      )}
      <RadioGroup
        id="conflict-scope"
        label={t('conflict.scope')}
        options={scopes.map((value) => ({
          value,
          label: t(`conflict.scope.${value}`, { reference: file.reference, name: file.applicant }),
        }))}
        value={scope}
        onChange={(value) => setScope(value === 'party' ? 'party' : 'case')}
      />
      <ReasonField id="conflict-reason" hint={t('conflict.reason.hint')} {...field} />
    </DialogForm>
  );
};

const DeclareOfAnybody = (props: Omit<FormProps, 'colleagues'>) => (
  <Answered query={useColleagues()}>{(all) => <DeclareForm {...props} colleagues={all.filter(isClerk)} />}</Answered>
);

/** The way to say that one must not work on a case; for supervisors also that a colleague must not. */
export const DeclareConflict = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const isChief = isSupervisor(usePerson());
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <p className="iris-muted">{t(isChief ? 'conflict.lead.supervisor' : 'conflict.lead')}</p>
      <div>
        <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
          {t(isChief ? 'conflict.note' : 'conflict.declare')}
        </Button>
      </div>
      {isOpen && (
        <Dialog open title={t(isChief ? 'conflict.note' : 'conflict.declare')} onClose={close}>
          {isChief ? (
            <DeclareOfAnybody file={file} onClose={close} />
          ) : (
            <DeclareForm file={file} colleagues={[]} onClose={close} />
          )}
        </Dialog>
      )}
    </>
  );
};
