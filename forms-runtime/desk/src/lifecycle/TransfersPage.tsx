import type { ProposedTransfer, ReceivedTransfers } from '@irisflow/client';
import { Answered, Failure, Page, useLocalized } from '@irisflow/frame';
import { AppLink, Button, Dialog, EmptyState, Notice, Select, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { Section } from '../app/Section.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { TransferTag } from './CaseTransfer.tsx';
import { useAcceptTransfer, useReceivedTransfers, useRefuseTransfer } from './use-transfers.ts';

interface TransferProps {
  readonly transfer: ProposedTransfer;
  readonly procedures: ReceivedTransfers['procedures'];
}

const RefuseForm = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const refuse = useRefuseTransfer(id);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    if (!check() || refuse.isPending) return;
    const onSuccess = (): void => {
      toast(t('transfer.refused'));
      onClose();
    };
    refuse.mutate(reason, { onSuccess });
  };
  return (
    <DialogForm
      error={refuse.error}
      busy={refuse.isPending}
      confirm={t('transfer.refuse')}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonField id="transfer-refusal" hint={t('transfer.refuse.hint')} {...field} />
    </DialogForm>
  );
};

/** The procedure in which it goes on, and the two answers. */
const Answer = ({ transfer, procedures }: TransferProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const accept = useAcceptTransfer(transfer.id);
  const [only] = procedures.length === 1 ? procedures : [];
  const [chosen, setChosen] = useState(only?.key);
  const [asked, setAsked] = useState(false);
  const [isRefusing, setRefusing] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (chosen === undefined || accept.isPending) return;
    accept.mutate(chosen, { onSuccess: () => toast(t('transfer.accepted')) });
  };
  return (
    <div className="iris-stack">
      {accept.isError && <Failure error={accept.error} />}
      {procedures.length === 0 ? (
        <Notice tone="info">{t('transfer.procedure.none')}</Notice>
      ) : (
        <Select
          id={`transfer-procedure-${transfer.id}`}
          label={t('transfer.procedure')}
          options={procedures.map(({ key, title }) => ({ value: key, label: read(title) }))}
          value={chosen}
          onChange={setChosen}
          {...(asked && chosen === undefined && { error: t('transfer.procedure.missing') })}
        />
      )}
      <div className="iris-row">
        {procedures.length > 0 && (
          <Button busy={accept.isPending} onClick={submit}>
            {t('transfer.accept')}
          </Button>
        )}
        <Button tone="secondary" onClick={() => setRefusing(true)}>
          {t('transfer.refuse')}
        </Button>
      </div>
      {isRefusing && (
        <Dialog open title={t('transfer.refuse')} onClose={() => setRefusing(false)}>
          <RefuseForm id={transfer.id} onClose={() => setRefusing(false)} />
        </Dialog>
      )}
    </div>
  );
};

const Proposal = ({ transfer, procedures }: TransferProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  const { state, newCase, refusal } = transfer;
  return (
    <Section id={`transfer-${transfer.id}`} title={`${read(transfer.procedure)} (${read(transfer.from)})`}>
      <p>
        <TransferTag state={state} />
      </p>
      <p className="desk-note__text iris-prose">{transfer.reason}</p>
      <p className="iris-muted">
        {[
          t('transfer.firstReceived', { day: date(transfer.firstReceivedOn) }),
          t(`language.${transfer.language}`),
          t('transfer.along', { count: transfer.documents }),
          t(transfer.withAnswers ? 'transfer.along.answers' : 'transfer.along.noAnswers'),
          ...(state === 'proposed' ? [t('transfer.until', { day: date(transfer.dueOn) })] : []),
        ].join(' · ')}
      </p>
      {refusal !== null && <p>{t('transfer.refusedBecause', { reason: refusal })}</p>}
      {newCase !== null && (
        <p>
          <AppLink href={`/cases/${newCase.id}`}>{newCase.reference}</AppLink>
        </p>
      )}
      {state === 'proposed' && <Answer transfer={transfer} procedures={procedures} />}
    </Section>
  );
};

/** Cases that other administrations want to send on to this one. Nothing of their files is seen before they are accepted. */
export const TransfersPage = () => {
  const t = useDeskText();
  const received = useReceivedTransfers();
  return (
    <RequireClerk>
      <Page title={t('transfers.title')} crumbs={[{ href: '/', label: t('nav.tasks') }]}>
        <Answered query={received}>
          {({ items, procedures }) =>
            items.length === 0 ? (
              <EmptyState title={t('transfers.empty')}>{t('transfers.text')}</EmptyState>
            ) : (
              <div className="iris-stack iris-stack--loose">
                <p>{t('transfers.text')}</p>
                {items.map((transfer) => (
                  <Proposal key={transfer.id} transfer={transfer} procedures={procedures} />
                ))}
              </div>
            )
          }
        </Answered>
      </Page>
    </RequireClerk>
  );
};
