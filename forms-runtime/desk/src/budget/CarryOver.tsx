import { Answered, useAmountText, useLocalized } from '@irisflow/frame';
import { useToast } from '@irisflow/ui';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { useBudgetText } from './budget-texts.ts';
import { useCarryOver, useCarryOverPreview } from './use-budget.ts';

interface CarryProps {
  readonly year: number;
}

const CarryForm = ({ year, onClose }: CarryProps & { readonly onClose: () => void }) => {
  const t = useBudgetText();
  const read = useLocalized();
  const amountText = useAmountText();
  const toast = useToast();
  const preview = useCarryOverPreview(year);
  const carry = useCarryOver();
  const submit = (): void => {
    const found = preview.data;
    if (found === undefined || found.engagements === 0 || carry.isPending) return;
    const { engagements, amount } = found;
    const onSuccess = (): void => {
      toast(t('carried'));
      onClose();
    };
    carry.mutate({ year, engagements, amount }, { onSuccess });
  };
  return (
    <DialogForm error={carry.error} busy={carry.isPending} confirm={t('carry')} onSubmit={submit} onClose={onClose}>
      <p>{t('carry.text')}</p>
      <Answered query={preview}>
        {({ lines, engagements, amount }) => (
          <div className="iris-stack iris-stack--tight">
            <output>
              <strong>
                {engagements === 0
                  ? t('carry.none')
                  : t.plural('carry.preview', engagements, { amount: amountText(amount) })}
              </strong>
            </output>
            <ul>
              {lines.map((line) => (
                <li key={line.code}>
                  {line.code} {read(line.label)} : {amountText(line.amount)}
                  {line.isNew && ` (${t('carry.new')})`}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Answered>
    </DialogForm>
  );
};

/** Carries what is left engaged of a year over to the next one, after a look at it. */
export const CarryOver = ({ year }: CarryProps) => {
  const t = useBudgetText();
  return (
    <DialogButton tone="secondary" size="small" label={t('carry')} title={t('carry.title', { year: String(year + 1) })}>
      {(close) => <CarryForm year={year} onClose={close} />}
    </DialogButton>
  );
};
