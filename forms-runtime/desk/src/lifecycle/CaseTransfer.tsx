import type { CaseTransfers, SentTransfer, TransferState } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, StatusTag, useFormatters, useToast, type TagTone } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { TransferDialog } from './TransferDialog.tsx';
import { useTransfers, useWithdrawTransfer } from './use-transfers.ts';

const tones: { readonly [S in TransferState]: TagTone } = {
  proposed: 'accent',
  accepted: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  expired: 'warning',
};

export const TransferTag = ({ state }: { readonly state: TransferState }) => {
  const t = useDeskText();
  return <StatusTag tone={tones[state]}>{t(`transfer.state.${state}`)}</StatusTag>;
};

const Sent = ({ caseId, transfer }: { readonly caseId: string; readonly transfer: SentTransfer }) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const { date } = useFormatters();
  const withdraw = useWithdrawTransfer(caseId);
  const { state, refusal, newReference } = transfer;
  return (
    <li className="iris-stack iris-stack--tight">
      <span>
        <strong>{read(transfer.to)}</strong> <TransferTag state={state} />
      </span>
      <span>{transfer.reason}</span>
      <span className="iris-muted">
        {t('transfer.proposed.by', { name: transfer.proposedBy, at: date(transfer.proposedAt) })}
        {state === 'proposed' && ` · ${t('transfer.until', { day: date(transfer.dueOn) })}`}
      </span>
      {refusal !== null && <span>{t('transfer.refusedBecause', { reason: refusal })}</span>}
      {newReference !== null && <span>{t('transfer.newReference', { reference: newReference })}</span>}
      {withdraw.isError && <Failure error={withdraw.error} />}
      {state === 'proposed' && (
        <span>
          <Button
            tone="quiet"
            size="small"
            className="iris-button--flush"
            busy={withdraw.isPending}
            onClick={() => withdraw.mutate(transfer.id, { onSuccess: () => toast(t('transfer.withdrawn')) })}
          >
            {t('transfer.withdraw')}
          </Button>
        </span>
      )}
    </li>
  );
};

const Origin = ({ origin }: { readonly origin: NonNullable<CaseTransfers['origin']> }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  return (
    <div className="iris-stack iris-stack--tight">
      <span>{t('transfer.from', { name: read(origin.from), reference: origin.reference })}</span>
      <span className="iris-muted">
        {t('transfer.first', { day: date(origin.firstReceivedOn), at: date(origin.acceptedAt) })}
      </span>
      <span>{origin.reason}</span>
    </div>
  );
};

const maySendOn = ({ bar, administrations }: CaseTransfers): boolean => bar === null && administrations.length > 0;

const isNothing = (found: CaseTransfers): boolean =>
  found.origin === null && found.sent.length === 0 && !maySendOn(found);

const Found = ({ caseId, found }: { readonly caseId: string; readonly found: CaseTransfers }) => {
  const t = useDeskText();
  const [isOpen, setOpen] = useState(false);
  const isEmpty = found.origin === null && found.sent.length === 0;
  return (
    <div className="iris-stack iris-stack--tight">
      {found.origin !== null && <Origin origin={found.origin} />}
      {isEmpty && <p className="iris-muted">{t('transfer.none')}</p>}
      {found.sent.length > 0 && (
        <ul className="desk-case-tasks iris-stack">
          {found.sent.map((transfer) => (
            <Sent key={transfer.id} caseId={caseId} transfer={transfer} />
          ))}
        </ul>
      )}
      {maySendOn(found) && (
        <div>
          <Button tone="secondary" size="small" onClick={() => setOpen(true)}>
            {t('transfer.do')}
          </Button>
          <TransferDialog caseId={caseId} found={found} open={isOpen} onClose={() => setOpen(false)} />
        </div>
      )}
    </div>
  );
};

/** Where a case came from, whom it was sent on to, and the way to do so; nothing where none of it is. */
export const CaseTransfer = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const transfers = useTransfers(caseId);
  const isShown = transfers.data === undefined ? transfers.errorUpdateCount > 0 : !isNothing(transfers.data);
  if (!isShown) return null;
  return (
    <Section id="transfer" title={t('transfer.title')}>
      <Answered query={transfers}>{(found) => <Found caseId={caseId} found={found} />}</Answered>
    </Section>
  );
};
