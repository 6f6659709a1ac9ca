import type { PayeeView } from '@irisflow/client';
import { Answered, Failure, problemCode } from '@irisflow/frame';
import { Button, ConfirmDialog, Form, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useMoneyText } from './money-texts.ts';
import { usePayee, useSetPayee } from './use-payments.ts';

interface Draft {
  readonly iban: string;
  readonly name: string;
}

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly isIbanWrong: boolean;
  readonly isNameMissing: boolean;
}

const PayeeFields = ({ draft, onChange, isIbanWrong, isNameMissing }: FieldsProps) => {
  const t = useMoneyText();
  return (
    <>
      <TextField
        id="payee-iban"
        label={t('payee.iban')}
        code
        maxLength={50}
        value={draft.iban}
        onChange={(iban) => onChange({ ...draft, iban })}
        {...(isIbanWrong && { error: t('payee.iban.wrong') })}
      />
      <TextField
        id="payee-name"
        label={t('payee.name')}
        maxLength={70}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        {...(isNameMissing && { error: t('payee.name.missing') })}
      />
    </>
  );
};

const PayeeForm = ({ payee }: { readonly payee: PayeeView | null }) => {
  const t = useMoneyText();
  const toast = useToast();
  const change = useSetPayee();
  const [draft, setDraft] = useState<Draft>({ iban: payee?.iban ?? '', name: payee?.name ?? '' });
  // That from which one began to write: what a colleague saves meanwhile is not overwritten unseen.
  const [revision, setRevision] = useState(payee?.revision ?? 0);
  const [asked, setAsked] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const sent = { iban: draft.iban.trim(), name: draft.name.trim() };
  const isRefused = problemCode(change.error) === 'INPUT_INVALID';
  const submit = (): void => {
    setAsked(true);
    if (sent.name !== '' && sent.iban !== '') setConfirming(true);
  };
  const confirm = (): void => {
    const onSuccess = (saved: PayeeView): void => {
      setDraft(saved);
      setRevision(saved.revision);
      toast(t('payee.saved'));
    };
    change.mutate({ ...sent, revision }, { onSuccess, onSettled: () => setConfirming(false) });
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {change.isError && !isRefused && <Failure error={change.error} />}
      <PayeeFields
        draft={draft}
        onChange={(written) => {
          change.reset();
          setDraft(written);
        }}
        isIbanWrong={isRefused || (asked && sent.iban === '')}
        isNameMissing={asked && sent.name === ''}
      />
      <div className="iris-form-actions">
        <Button type="submit">{t('payee.save')}</Button>
      </div>
      <ConfirmDialog
        open={isConfirming}
        title={t('payee.confirm')}
        confirm={t('payee.confirm')}
        busy={change.isPending}
        onConfirm={confirm}
        onClose={() => setConfirming(false)}
      >
        <p>{t('payee.confirm.text', sent)}</p>
      </ConfirmDialog>
    </Form>
  );
};

/** To which account people pay the administration. */
export const PayeePage = () => {
  const t = useMoneyText();
  const desk = useDeskText();
  return (
    <AdministrationFrame title={desk('money.payee')} lead={t('payee.lead')}>
      <Answered query={usePayee()}>{(payee) => <PayeeForm payee={payee} />}</Answered>
    </AdministrationFrame>
  );
};
