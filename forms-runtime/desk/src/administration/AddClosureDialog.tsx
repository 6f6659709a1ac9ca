import { DateField, Dialog, RadioGroup, useToast } from '@irisflow/ui';
import { useLocalized } from '@irisflow/frame';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { daysToSend, noDays, wrongDays, type ClosureDays } from './closure-days.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { isComplete, noText, trimmed } from './LocalizedFields.tsx';
import { NameFields } from './NameFields.tsx';
import { closureRefusalOf, useAddClosure, type ClosureRefusal } from './use-closures.ts';

interface DaysProps {
  readonly days: ClosureDays;
  readonly onChange: (part: Partial<ClosureDays>) => void;
  readonly asked: boolean;
  readonly refusal: ClosureRefusal | undefined;
}

const Days = ({ days, onChange, asked, refusal }: DaysProps) => {
  const t = useDeskText();
  const wrong = asked ? wrongDays(days) : undefined;
  const refused = refusal === undefined ? undefined : t(`closures.refused.${refusal}`);
  const error = wrong === 'to' ? t('closures.to.wrong') : refused;
  return (
    <>
      <RadioGroup
        id="recurs"
        label={t('closures.recurs')}
        options={(['once', 'yearly'] as const).map((value) => ({ value, label: t(`closures.recurs.${value}`) }))}
        value={days.recurs}
        onChange={(value) => onChange({ recurs: value === 'yearly' ? 'yearly' : 'once' })}
      />
      <DateField
        id="from"
        label={t(`closures.from.${days.recurs}`)}
        value={days.from}
        onChange={(from) => onChange({ from })}
        {...(wrong === 'from' && { error: t('closures.from.missing') })}
      />
      <DateField
        id="to"
        label={t(`closures.to.${days.recurs}`)}
        hint={t(`closures.to.${days.recurs}.hint`)}
        optional
        value={days.to}
        onChange={(to) => onChange({ to })}
        {...(error !== undefined && { error })}
      />
    </>
  );
};

const AddClosureForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useDeskText();
  const read = useLocalized();
  const toast = useToast();
  const change = useAddClosure();
  const [name, setName] = useState(noText);
  const [days, setDays] = useState(noDays);
  const [asked, setAsked] = useState(false);
  const refusal = closureRefusalOf(change.error);
  const submit = (): void => {
    setAsked(true);
    if (!isComplete(name) || wrongDays(days) !== undefined) return;
    const onSuccess = (): void => {
      onClose();
      toast(t('closures.add.done', { name: read(name) }));
    };
    change.mutate({ name: trimmed(name), ...daysToSend(days) }, { onSuccess });
  };
  return (
    <DialogForm
      error={refusal === undefined ? change.error : null}
      busy={change.isPending}
      confirm={t('closures.add')}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameFields name={name} onChange={setName} asked={asked} />
      <Days
        days={days}
        asked={asked}
        refusal={refusal}
        onChange={(part) => {
          change.reset();
          setDays({ ...days, ...part });
        }}
      />
    </DialogForm>
  );
};

/** Lists days on which offices are closed. */
export const AddClosureDialog = ({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) => {
  const t = useDeskText();
  return (
    <Dialog open={open} title={t('closures.add.title')} onClose={onClose}>
      {open && <AddClosureForm onClose={onClose} />}
    </Dialog>
  );
};
