import { type PayerView, ProblemError } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Form, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { AdministrationFrame } from '../administration/AdministrationFrame.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { usePayoutText } from './payout-texts.ts';
import { usePayer, useSetPayer } from './use-payouts.ts';

interface Draft {
  readonly iban: string;
  readonly name: string;
  readonly enterpriseNumber: string;
}

const draftOf = (payer: PayerView | null): Draft => ({
  iban: payer?.iban ?? '',
  name: payer?.name ?? '',
  enterpriseNumber: payer?.enterpriseNumber ?? '',
});

/** Which fields the platform refuses, by where it says so. */
const refusedIn = (error: unknown): ReadonlySet<string> =>
  new Set(
    error instanceof ProblemError ? (error.problem.errors ?? []).map(({ pointer }) => pointer.replace('/', '')) : [],
  );

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly refused: ReadonlySet<string>;
}

const PayerFields = ({ draft, onChange, refused }: FieldsProps) => {
  const t = usePayoutText();
  return (
    <>
      <TextField
        id="payer-iban"
        label={t('iban')}
        code
        maxLength={50}
        value={draft.iban}
        onChange={(iban) => onChange({ ...draft, iban })}
        {...(refused.has('iban') && { error: t('refund.iban.wrong') })}
      />
      <TextField
        id="payer-name"
        label={t('payer.name')}
        maxLength={70}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        {...(refused.has('name') && { error: t('payer.name.missing') })}
      />
      <TextField
        id="payer-number"
        label={t('payer.number')}
        optional
        code
        maxLength={20}
        value={draft.enterpriseNumber}
        onChange={(enterpriseNumber) => onChange({ ...draft, enterpriseNumber })}
        {...(refused.has('enterpriseNumber') && { error: t('payer.number.wrong') })}
      />
    </>
  );
};

const emptyIn = ({ iban, name }: Draft): readonly string[] => [
  ...(iban === '' ? ['iban'] : []),
  ...(name === '' ? ['name'] : []),
];

const PayerForm = ({ payer }: { readonly payer: PayerView | null }) => {
  const t = usePayoutText();
  const toast = useToast();
  const change = useSetPayer();
  const [draft, setDraft] = useState<Draft>(draftOf(payer));
  // That from which one began to write: what a colleague saves meanwhile is not overwritten unseen.
  const [revision, setRevision] = useState(payer?.revision ?? 0);
  const [asked, setAsked] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const sent: Draft = {
    iban: draft.iban.trim(),
    name: draft.name.trim(),
    enterpriseNumber: draft.enterpriseNumber.trim(),
  };
  const refused = refusedIn(change.error);
  const submit = (): void => {
    setAsked(true);
    if (emptyIn(sent).length === 0) setConfirming(true);
  };
  const confirm = (): void => {
    const onSuccess = (saved: PayerView): void => {
      setDraft(draftOf(saved));
      setRevision(saved.revision);
      toast(t('payer.saved'));
    };
    change.mutate({ ...sent, revision }, { onSuccess, onSettled: () => setConfirming(false) });
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {change.isError && refused.size === 0 && <Failure error={change.error} />}
      <PayerFields
        draft={draft}
        onChange={(written) => {
          change.reset();
          setDraft(written);
        }}
        refused={new Set([...refused, ...(asked ? emptyIn(sent) : [])])}
      />
      <div className="iris-form-actions">
        <Button type="submit">{t('payer.save')}</Button>
      </div>
      <ConfirmDialog
        open={isConfirming}
        title={t('payer.confirm')}
        confirm={t('payer.confirm')}
        busy={change.isPending}
        onConfirm={confirm}
        onClose={() => setConfirming(false)}
      >
        <p>{t('payer.confirm.text', { iban: sent.iban, name: sent.name })}</p>
      </ConfirmDialog>
    </Form>
  );
};

/** From which account the administration pays. */
export const PayerPage = () => (
  <AdministrationFrame title={useDeskText()('money.payer')} lead={usePayoutText()('payer.lead')}>
    <Answered query={usePayer()}>{(payer) => <PayerForm payer={payer} />}</Answered>
  </AdministrationFrame>
);
