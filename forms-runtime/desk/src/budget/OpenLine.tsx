import { NumberField, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { useBudgetText } from './budget-texts.ts';
import { useOpenLine } from './use-budget.ts';

const isCode = (text: string): boolean => /^[A-Za-z0-9](?:[A-Za-z0-9 ./-]{0,38}[A-Za-z0-9])?$/.test(text);
const isYear = (typed: number | string | undefined): typed is number =>
  typeof typed === 'number' && Number.isInteger(typed) && typed >= 2000 && typed <= 2199;

interface OpenProps {
  readonly year: number;
}

const OpenForm = ({ year: shown, onClose }: OpenProps & { readonly onClose: () => void }) => {
  const t = useBudgetText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const open = useOpenLine();
  const [typed, setCode] = useState('');
  const [fr, setFrench] = useState('');
  const [nl, setDutch] = useState('');
  const [year, setYear] = useState<number | string | undefined>(shown);
  const [asked, setAsked] = useState(false);
  const code = typed.trim();
  const label = { fr: fr.trim(), nl: nl.trim() };
  const submit = (): void => {
    setAsked(true);
    if (!isCode(code) || !isYear(year) || label.fr === '' || label.nl === '' || open.isPending) return;
    const onSuccess = ({ id }: { readonly id: string }): void => {
      toast(t('opened'));
      navigate(`/money/budget/${id}`);
    };
    open.mutate({ code, year, label }, { onSuccess });
  };
  const missing = (text: string) => asked && text === '' && { error: t('missing') };
  return (
    <DialogForm error={open.error} busy={open.isPending} confirm={t('open')} onSubmit={submit} onClose={onClose}>
      <p>{t('open.text')}</p>
      <NumberField
        id="line-year"
        label={t('year')}
        value={year}
        onChange={setYear}
        {...(asked && !isYear(year) && { error: t('missing') })}
      />
      <TextField
        id="line-code"
        label={t('code')}
        hint={t('code.hint')}
        maxLength={40}
        value={typed}
        onChange={setCode}
        {...(asked && !isCode(code) && { error: t('code.wrong') })}
      />
      <TextField
        id="line-fr"
        label={t('label.fr')}
        maxLength={200}
        value={fr}
        onChange={setFrench}
        {...missing(label.fr)}
      />
      <TextField
        id="line-nl"
        label={t('label.nl')}
        maxLength={200}
        value={nl}
        onChange={setDutch}
        {...missing(label.nl)}
      />
    </DialogForm>
  );
};

/** Opens a line, which holds nothing until its credits are approved. */
export const OpenLine = ({ year }: OpenProps) => (
  <DialogButton size="small" label={useBudgetText()('open')}>
    {(close) => <OpenForm year={year} onClose={close} />}
  </DialogButton>
);
