import type { PaymentView, ProposalView, ReceivablePage, WaitingPayment } from '@irisflow/client';
import { useLocalized, useAmountText } from '@irisflow/frame';
import { CheckboxGroup, MoneyField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { centsOfSent, sentAmount, sentOfCents, type TypedAmount } from './amounts.ts';
import { useMoneyText } from './money-texts.ts';
import { useAllotPayment } from './use-payments.ts';
import { useReceivables } from './use-receivables.ts';

const MOST_SHOWN = 10;

/** What a receivable needs to be chosen: who owes it and what is left. */
type Choice = Pick<ReceivablePage['items'][number], 'id' | 'label' | 'debtor' | 'communication' | 'rest'>;

export const choiceOf = ({ receivableId, ...proposal }: ProposalView): Choice => ({ id: receivableId, ...proposal });

interface Part {
  readonly choice: Choice;
  readonly amount: TypedAmount;
}

const centsOfPart = ({ amount }: Part): number => centsOfSent(sentAmount(amount) ?? '0.00');
const allotted = (parts: readonly Part[]): number => parts.reduce((sum, part) => sum + centsOfPart(part), 0);

/** As much as is left of it and as the payment still holds. */
const partFor = (choice: Choice, free: number): Part => {
  const cents = Math.min(Math.max(centsOfSent(choice.rest), 0) || free, free);
  return { choice, amount: cents > 0 ? Number(sentOfCents(cents)) : undefined };
};

/** The receivables that somebody chose, and how much goes to each. */
const useParts = (rest: string, first: Choice | undefined) => {
  const whole = centsOfSent(rest);
  const [parts, setParts] = useState<readonly Part[]>(first === undefined ? [] : [partFor(first, whole)]);
  return {
    parts,
    left: whole - allotted(parts),
    choose: (shown: readonly Choice[], ids: readonly string[]): void =>
      setParts((now) => {
        const kept = now.filter(({ choice }) => ids.includes(choice.id) || !shown.some(({ id }) => id === choice.id));
        const added = shown.filter(({ id }) => ids.includes(id) && !kept.some(({ choice }) => choice.id === id));
        return added.reduce<readonly Part[]>((all, choice) => [...all, partFor(choice, whole - allotted(all))], kept);
      }),
    change: (id: string, amount: TypedAmount): void =>
      setParts((now) => now.map((part) => (part.choice.id === id ? { ...part, amount } : part))),
  };
};

interface ChoiceProps {
  readonly parts: readonly Part[];
  readonly onChoose: (shown: readonly Choice[], ids: readonly string[]) => void;
  readonly isMissing: boolean;
}

/** Finds receivables by who owes them or by their communication: what is paid late or twice is found as well. */
const ReceivableChoice = ({ parts, onChoose, isMissing }: ChoiceProps) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const read = useLocalized();
  const amountText = useAmountText();
  const [search, setSearch] = useState<string>();
  const query = useReceivables(
    { filter: search === undefined ? 'open' : 'all', ...(search !== undefined && { search }) },
    MOST_SHOWN,
  );
  const chosen = parts.map(({ choice }) => choice);
  const optionOf = ({ id, label, debtor, communication, rest }: Choice) => ({
    value: id,
    label: `${read(label)}, ${debtor ?? t('debtor.erased')}`,
    hint: t('allot.option', { communication, rest: amountText(rest) }),
  });
  // What is chosen stays in view, whatever is looked for next.
  const shownWith = (items: readonly Choice[]): Choice[] => [
    ...chosen,
    ...items.filter(({ id }) => !chosen.some((one) => one.id === id)),
  ];
  return (
    <>
      <FilterSearch
        id="allot-search"
        label={desk('filter.search')}
        hint={t('search.hint')}
        value={search}
        onChange={setSearch}
      />
      <PagedList query={query} empty={<p>{t('empty.text')}</p>}>
        {(items) => (
          <CheckboxGroup
            id="allot-to"
            label={t('allot.to')}
            options={shownWith(items).map(optionOf)}
            value={chosen.map(({ id }) => id)}
            onChange={(ids) => onChoose(shownWith(items), ids)}
            {...(isMissing && { error: t('allot.to.missing') })}
          />
        )}
      </PagedList>
    </>
  );
};

interface AllotProps {
  readonly payment: WaitingPayment | PaymentView;
  /** What is chosen to begin with. */
  readonly first?: Choice | undefined;
  readonly onClose: () => void;
}

/** Books a payment that waits, or a part of it, on what it is for: one receivable or several. */
export const AllotForm = ({ payment, first, onClose }: AllotProps) => {
  const t = useMoneyText();
  const read = useLocalized();
  const amountText = useAmountText();
  const toast = useToast();
  const allot = useAllotPayment(payment.id);
  const { parts, left, choose, change } = useParts(payment.rest, first);
  const [asked, setAsked] = useState(false);
  const sent = parts.flatMap(({ choice, amount }) => {
    const written = sentAmount(amount);
    return written === undefined ? [] : [{ receivableId: choice.id, amount: written }];
  });
  const submit = (): void => {
    setAsked(true);
    if (parts.length === 0 || sent.length < parts.length || left < 0 || allot.isPending) return;
    allot.mutate(sent, {
      onSuccess: () => {
        toast(t('allotted'));
        onClose();
      },
    });
  };
  return (
    <DialogForm error={allot.error} busy={allot.isPending} confirm={t('allot')} onSubmit={submit} onClose={onClose}>
      <p>{t('allot.text', { amount: amountText(payment.rest) })}</p>
      <ReceivableChoice parts={parts} onChoose={choose} isMissing={asked && parts.length === 0} />
      {parts.map(({ choice, amount }) => (
        <MoneyField
          key={choice.id}
          id={`allot-amount-${choice.id}`}
          label={t('allot.part', { label: read(choice.label), debtor: choice.debtor ?? t('debtor.erased') })}
          value={amount}
          onChange={(typed) => change(choice.id, typed)}
          {...(asked && sentAmount(amount) === undefined && { error: t('amount.wrong') })}
        />
      ))}
      {parts.length > 0 && (
        <output className={left < 0 ? 'desk-allot__over' : 'iris-muted'}>
          {left < 0
            ? t('allot.over', { amount: amountText(sentOfCents(-left)) })
            : t('allot.left', { amount: amountText(sentOfCents(left)) })}
        </output>
      )}
    </DialogForm>
  );
};
