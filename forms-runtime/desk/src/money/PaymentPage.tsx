import type { PaymentView, ProposalView } from '@irisflow/client';
import { Answered, isSome, Page, useAmountText, useLocalized } from '@irisflow/frame';
import { AppLink, Button, Dialog, type LineItem, SummaryList, Timeline, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { AllotForm, choiceOf } from './AllotForm.tsx';
import { EntryTimeline } from './EntryTimeline.tsx';
import { BookPayout } from './BookPayout.tsx';
import { GiveBack } from './GiveBack.tsx';
import { useMoneyText } from './money-texts.ts';
import { NotePayment } from './NotePayment.tsx';
import { usePayment, useReverseEntryOfPayment } from './use-payments.ts';

interface PaymentProps {
  readonly payment: PaymentView;
}

const Facts = ({ payment }: PaymentProps) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const { longDate } = useFormatters();
  const items: LineItem[] = [
    { id: 'amount', term: t('amount'), value: <strong>{amountText(payment.amount)}</strong> },
    { id: 'rest', term: t('unrecognized.rest'), value: amountText(payment.rest) },
    ...(isSome(payment.refundDue)
      ? [{ id: 'refund', term: t('refundDue'), value: amountText(payment.refundDue) }]
      : []),
    { id: 'day', term: t('day'), value: longDate(payment.day) },
    { id: 'channel', term: t('channel'), value: t(`channel.${payment.channel}`) },
    {
      id: 'reference',
      term: t('reference'),
      value: <span className="desk-communication">{payment.reference || '–'}</span>,
    },
  ];
  return <SummaryList items={items} />;
};

/** Allots it, with what is proposed chosen where somebody begins there. */
const Allot = ({ payment, proposal }: PaymentProps & { readonly proposal?: ProposalView }) => {
  const t = useMoneyText();
  const read = useLocalized();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button
        size="small"
        {...(proposal !== undefined && {
          tone: 'secondary' as const,
          'aria-label': t('allot.to.one', { label: read(proposal.label), debtor: proposal.debtor ?? '' }),
        })}
        onClick={() => setOpen(true)}
      >
        {t('allot')}
      </Button>
      <Dialog open={isOpen} title={t('allot.title')} onClose={close}>
        {isOpen && (
          <AllotForm
            payment={payment}
            first={proposal === undefined ? undefined : choiceOf(proposal)}
            onClose={close}
          />
        )}
      </Dialog>
    </>
  );
};

const Proposals = ({ payment }: PaymentProps) => {
  const t = useMoneyText();
  const read = useLocalized();
  const amountText = useAmountText();
  const { date } = useFormatters();
  if (payment.proposals.length === 0) return <p>{t('proposals.none')}</p>;
  const items: LineItem[] = payment.proposals.map((proposal) => ({
    id: proposal.receivableId,
    term: <AppLink href={`/money/${proposal.receivableId}`}>{read(proposal.label)}</AppLink>,
    value: `${proposal.debtor ?? t('debtor.erased')}, ${t('proposal.rest', { rest: amountText(proposal.rest), day: date(proposal.dueOn) })}`,
    note: proposal.reasons.map((reason) => t(`proposal.${reason}`)).join(' '),
    action: <Allot payment={payment} proposal={proposal} />,
  }));
  return <SummaryList items={items} />;
};

const Notes = ({ payment: { notes } }: PaymentProps) => {
  const { dateTime } = useFormatters();
  return (
    <Timeline
      entries={notes.map(({ text, at, by }, place) => ({
        id: String(place),
        title: by,
        at: dateTime(at),
        content: <p>{text}</p>,
      }))}
    />
  );
};

/** Which receivable an entry is about, where it is about one. */
const EntryReceivable = ({ entry }: { readonly entry: PaymentView['entries'][number] | undefined }) => {
  const t = useMoneyText();
  const read = useLocalized();
  const receivable = entry?.receivable ?? null;
  if (receivable === null) return null;
  return (
    <p>
      {t('receivable')}: <AppLink href={`/money/${receivable.id}`}>{read(receivable.label)}</AppLink>
    </p>
  );
};

/** A bank or a payment provider says itself what came in, so that nobody takes that back by hand. */
const isTold = (channel: PaymentView['channel']): boolean => channel === 'statement' || channel === 'online';

/** What the books did with it. */
const Entries = ({ payment: { id: paymentId, entries, channel } }: PaymentProps) => {
  const reversing = useReverseEntryOfPayment(paymentId);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (
    <EntryTimeline
      entries={entries}
      reversing={reversing}
      isFinal={({ id, kind }) => kind === 'payment' && isTold(channel) && byId.get(id)?.receivable === null}
      renderAbout={({ id }) => <EntryReceivable entry={byId.get(id)} />}
    />
  );
};

const Whole = ({ payment }: PaymentProps) => {
  const t = useMoneyText();
  const waits = isSome(payment.rest);
  return (
    <div className="iris-stack iris-stack--loose">
      <Facts payment={payment} />
      <div className="iris-row">
        {waits && <Allot payment={payment} />}
        {waits && <GiveBack payment={payment} />}
        {waits && <BookPayout payment={payment} />}
        <NotePayment paymentId={payment.id} />
      </div>
      {waits && (
        <Section id="payment-proposals" title={t('proposals')}>
          <Proposals payment={payment} />
        </Section>
      )}
      {payment.notes.length > 0 && (
        <Section id="payment-notes" title={t('notes')}>
          <Notes payment={payment} />
        </Section>
      )}
      <Section id="payment-entries" title={t('entries')}>
        <Entries payment={payment} />
      </Section>
    </div>
  );
};

/** One payment: what of it waits, what it may be for, what was done with it, and what one may do with it. */
export const PaymentPage = ({ paymentId }: { readonly paymentId: string }) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const amountText = useAmountText();
  const query = usePayment(paymentId);
  const { data } = query;
  return (
    <Page
      title={data === undefined ? t('payment') : t('payment.of', { amount: amountText(data.amount) })}
      {...(data !== undefined && { lead: data.payer || t('payer.unknown') })}
      crumbs={[
        { href: '/money', label: desk('money.receivables') },
        { href: '/money/unrecognized', label: desk('money.unrecognized') },
      ]}
    >
      <Answered query={query}>{(payment) => <Whole payment={payment} />}</Answered>
    </Page>
  );
};
