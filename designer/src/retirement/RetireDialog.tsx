import { ConfirmDialog, DateField, RadioGroup, Select, TextArea, TextField, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useProcedures } from '../api/procedures.ts';
import { type RetirementPage, useAskRetirement } from '../api/retirement.ts';
import { Failure } from '../app/Failure.tsx';
import { parseDay } from '../app/parse-day.ts';
import { useTexts } from '../texts/use-texts.ts';
import { Uses } from './Uses.tsx';
import { planOf, type Written, written } from './written-plan.ts';

interface FieldsProps {
  readonly plan: Written;
  readonly onChange: (part: Partial<Written>) => void;
}

const Days = ({ plan, onChange }: FieldsProps) => {
  const t = useTexts();
  const closesOn = parseDay(plan.closesOn ?? '');
  const until = parseDay(plan.draftsUntil ?? '');
  const isBefore = closesOn !== null && until !== null && until < closesOn;
  return (
    <>
      <DateField
        id="retire-closes"
        label={t('retire.closesOn')}
        hint={t('retire.closesOnHint')}
        value={plan.closesOn}
        onChange={(day) => onChange({ closesOn: day })}
      />
      <DateField
        id="retire-drafts"
        label={t('retire.draftsUntil')}
        hint={t('retire.draftsUntilHint')}
        value={plan.draftsUntil}
        onChange={(day) => onChange({ draftsUntil: day })}
        {...(isBefore && { error: t('retire.draftsBefore') })}
      />
    </>
  );
};

const Instead = ({ plan, onChange, procedureKey }: FieldsProps & { readonly procedureKey: string }) => {
  const t = useTexts();
  const { data: procedures = [] } = useProcedures();
  // What ends itself takes no place.
  const others = procedures.filter(
    ({ key, publishedVersion, retirement }) => key !== procedureKey && publishedVersion !== null && retirement === null,
  );
  return (
    <>
      <RadioGroup
        id="retire-instead"
        label={t('retire.instead')}
        options={[
          { value: 'nothing', label: t('retire.instead.nothing') },
          { value: 'procedure', label: t('retire.instead.procedure') },
          { value: 'web', label: t('retire.instead.web') },
        ]}
        value={plan.instead}
        onChange={(instead) => onChange({ instead: instead as Written['instead'] })}
      />
      {plan.instead === 'procedure' && (
        <Select
          id="retire-procedure"
          label={t('retire.procedure')}
          options={others.map(({ key, title }) => ({ value: key, label: title[t.locale] }))}
          value={plan.procedure}
          onChange={(procedure) => onChange({ procedure })}
        />
      )}
      {plan.instead === 'web' && (
        <TextField
          id="retire-url"
          label={t('retire.url')}
          hint={t('retire.urlHint')}
          value={plan.url}
          onChange={(url) => onChange({ url })}
        />
      )}
    </>
  );
};

const Contact = ({ plan, onChange }: FieldsProps) => {
  const t = useTexts();
  return (
    <>
      <TextField
        id="retire-email"
        type="email"
        label={t('retire.email')}
        hint={t('retire.contactHint')}
        optional
        value={plan.email}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        id="retire-phone"
        type="tel"
        label={t('retire.phone')}
        optional
        value={plan.phone}
        onChange={(phone) => onChange({ phone })}
      />
      <TextArea
        id="retire-reason"
        label={t('retire.reason')}
        hint={t('retire.reasonHint')}
        rows={3}
        maxLength={500}
        value={plan.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </>
  );
};

interface RetireDialogProps {
  readonly procedureKey: string;
  readonly page: RetirementPage;
  readonly onClose: () => void;
}

/** Asks that a procedure ends, after saying who would miss it. */
export const RetireDialog = ({ procedureKey, page, onClose }: RetireDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const [plan, setPlan] = useState<Written>(written);
  const ask = useAskRetirement(procedureKey);
  const wanted = planOf(plan);
  const onSuccess = (): void => {
    onClose();
    toast(t('retire.asked'));
  };
  const fields = { plan, onChange: (part: Partial<Written>) => setPlan({ ...plan, ...part }) };
  return (
    <ConfirmDialog
      open
      title={t('retire.title')}
      confirm={t('retire.ask')}
      busy={ask.isPending}
      disabled={wanted === null}
      onConfirm={() => wanted !== null && ask.mutate(wanted, { onSuccess })}
      onClose={onClose}
    >
      <div className="iris-stack iris-stack--tight">
        {ask.isError && <Failure error={ask.error} />}
        <p>{t('retire.text')}</p>
        <Uses page={page} />
        <Days {...fields} />
        <Instead {...fields} procedureKey={procedureKey} />
        <Contact {...fields} />
      </div>
    </ConfirmDialog>
  );
};
