import { DateField, MoneyField, RadioGroup, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useToday } from '../administration/use-today.ts';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { sentAmount, type TypedAmount } from '../money/amounts.ts';
import { useBudgetText } from './budget-texts.ts';
import { useAskCredit } from './use-budget.ts';

interface AskProps {
  readonly lineId: string;
}

const ways = ['give', 'take'] as const;
type Way = (typeof ways)[number];

/** As it is sent; nothing typed is nothing changed, and undefined is no amount. */
const signedOf = (typed: TypedAmount, way: Way): string | undefined => {
  if (typed === undefined || typed === '' || typed === 0) return '0.00';
  const sent = sentAmount(typed);
  return sent === undefined || way === 'give' ? sent : `-${sent}`;
};

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What was typed, and what of it can be sent; undefined while it cannot. */
const useChange = () => {
  const today = useToday();
  const [way, setWay] = useState<Way>('give');
  const [engagement, setEngagement] = useState<TypedAmount>();
  const [liquidation, setLiquidation] = useState<TypedAmount>();
  const [givenOn, setGivenOn] = useState<string | undefined>(today);
  const first = signedOf(engagement, way);
  const second = signedOf(liquidation, way);
  const isNothing = first === '0.00' && second === '0.00';
  const amounts = first === undefined || second === undefined || isNothing ? undefined : { first, second };
  return {
    way: { value: way, onChange: (chosen: string | undefined) => setWay(chosen === 'take' ? 'take' : 'give') },
    engagement: { value: engagement, onChange: setEngagement },
    liquidation: { value: liquidation, onChange: setLiquidation },
    givenOn: { value: givenOn, onChange: setGivenOn },
    amounts,
    day: isDay(givenOn) && givenOn <= today ? givenOn : undefined,
  };
};

const Fields = ({ change, asked }: { readonly change: ReturnType<typeof useChange>; readonly asked: boolean }) => {
  const t = useBudgetText();
  return (
    <>
      <RadioGroup
        id="credit-way"
        label={t('credit.way')}
        options={ways.map((value) => ({ value, label: t(`credit.${value}`) }))}
        {...change.way}
      />
      <MoneyField
        id="credit-engagement"
        label={t('engagementCredit')}
        {...change.engagement}
        {...(asked && change.amounts === undefined && { error: t('credit.amount.wrong') })}
      />
      <MoneyField id="credit-liquidation" label={t('liquidationCredit')} {...change.liquidation} />
      <DateField
        id="credit-given"
        label={t('credit.givenOn')}
        {...change.givenOn}
        {...(asked && change.day === undefined && { error: t('credit.givenOn.wrong') })}
      />
    </>
  );
};

const AskForm = ({ lineId, onClose }: AskProps & { readonly onClose: () => void }) => {
  const t = useBudgetText();
  const toast = useToast();
  const ask = useAskCredit(lineId);
  const change = useChange();
  const [asked, setAsked] = useState(false);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    setAsked(true);
    const { amounts, day } = change;
    if (!check() || amounts === undefined || day === undefined || ask.isPending) return;
    const onSuccess = (): void => {
      toast(t('credit.asked'));
      onClose();
    };
    ask.mutate({ engagement: amounts.first, liquidation: amounts.second, givenOn: day, reason }, { onSuccess });
  };
  return (
    <DialogForm error={ask.error} busy={ask.isPending} confirm={t('credit.ask')} onSubmit={submit} onClose={onClose}>
      <p>{t('credit.ask.text')}</p>
      <Fields change={change} asked={asked} />
      <ReasonField id="credit-reason" {...field} />
    </DialogForm>
  );
};

/** Asks that the credits of a line change; somebody else decides. */
export const AskCredit = ({ lineId }: AskProps) => {
  const t = useBudgetText();
  return (
    <DialogButton size="small" label={t('credit.ask')} title={t('credit.ask.title')}>
      {(close) => <AskForm lineId={lineId} onClose={close} />}
    </DialogButton>
  );
};
