import type { ReceivablePage, UnrecognizedView } from '@irisflow/client';
import { useLocalized, useAmountText } from '@irisflow/frame';
import { MoneyField, RadioGroup, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { DialogForm } from '../app/DialogForm.tsx';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { PagedList } from '../app/PagedList.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { sentAmount, type TypedAmount } from './amounts.ts';
import { useMoneyText } from './money-texts.ts';
import { useAllotPayment } from './use-payments.ts';
import { useReceivables } from './use-receivables.ts';

const MOST_SHOWN = 10;

interface ChoiceProps {
  readonly value: string | undefined;
  readonly onChange: (receivableId: string | undefined) => void;
  readonly isMissing: boolean;
}

/** Finds the receivable by who owes it or by its communication: what is paid late or twice is found as well. */
const ReceivableChoice = ({ value, onChange, isMissing }: ChoiceProps) => {
  const t = useMoneyText();
  const desk = useDeskText();
  const read = useLocalized();
  const amountText = useAmountText();
  const [search, setSearch] = useState<string>();
  const query = useReceivables(
    { filter: search === undefined ? 'open' : 'all', ...(search !== undefined && { search }) },
    MOST_SHOWN,
  );
  const optionOf = ({ id, label, debtor, communication, rest }: ReceivablePage['items'][number]) => ({
    value: id,
    label: `${read(label)}, ${debtor ?? t('debtor.erased')}`,
    hint: t('allot.option', { communication, rest: amountText(rest) }),
  });
  return (
    <>
      <FilterSearch
        id="allot-search"
        label={desk('filter.search')}
        hint={t('search.hint')}
        value={search}
        onChange={(typed) => {
          setSearch(typed);
          // What is chosen stays in view, or is not chosen.
          onChange(undefined);
        }}
      />
      <PagedList query={query} empty={<p>{t('empty.text')}</p>}>
        {(items) => (
          <RadioGroup
            id="allot-to"
            label={t('allot.to')}
            options={items.map(optionOf)}
            value={value}
            onChange={onChange}
            {...(isMissing && { error: t('allot.to.missing') })}
          />
        )}
      </PagedList>
    </>
  );
};

interface AllotProps {
  readonly payment: UnrecognizedView;
  readonly onClose: () => void;
}

/** Books a payment that waits, or a part of it, on what it is for. */
export const AllotForm = ({ payment, onClose }: AllotProps) => {
  const t = useMoneyText();
  const amountText = useAmountText();
  const toast = useToast();
  const allot = useAllotPayment(payment.id);
  const [receivableId, setReceivableId] = useState<string>();
  const [amount, setAmount] = useState<TypedAmount>(Number(payment.rest));
  const [asked, setAsked] = useState(false);
  const sent = sentAmount(amount);
  const submit = (): void => {
    setAsked(true);
    if (receivableId === undefined || sent === undefined || allot.isPending) return;
    const onSuccess = (): void => {
      toast(t('allotted'));
      onClose();
    };
    allot.mutate({ receivableId, amount: sent }, { onSuccess });
  };
  return (
    <DialogForm error={allot.error} busy={allot.isPending} confirm={t('allot')} onSubmit={submit} onClose={onClose}>
      <p>{t('allot.text', { amount: amountText(payment.rest) })}</p>
      <ReceivableChoice
        value={receivableId}
        onChange={setReceivableId}
        isMissing={asked && receivableId === undefined}
      />
      <MoneyField
        id="allot-amount"
        label={t('amount')}
        value={amount}
        onChange={setAmount}
        {...(asked && sent === undefined && { error: t('amount.wrong') })}
      />
    </DialogForm>
  );
};
