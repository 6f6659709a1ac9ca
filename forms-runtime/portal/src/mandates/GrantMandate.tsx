import { useLocalized } from '@irisflow/frame';
import { todayInBrussels } from '@irisflow/renderer';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  DateField,
  ErrorSummary,
  Form,
  RadioGroup,
  TextField,
  useToast,
} from '@irisflow/ui';
import { useState } from 'react';
import { useProcedures } from '../catalog/procedures.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import {
  checkMandate,
  emptyMandate,
  type MandateDraft,
  type MandateField,
  type MandateProblems,
} from './mandate-draft.ts';
import { useGrantMandate } from './use-mandates.ts';

const idOf = (field: MandateField): string => `mandate-${field}`;

interface FieldsProps {
  readonly draft: MandateDraft;
  readonly problems: MandateProblems;
  readonly onChange: (part: Partial<MandateDraft>) => void;
}

const useShared = (problems: MandateProblems) => {
  const t = usePersonalText();
  return (field: MandateField) => {
    const problem = problems[field];
    return { id: idOf(field), ...(problem !== undefined && { error: t(problem) }) };
  };
};

const WhoFields = ({ draft, problems, onChange }: FieldsProps) => {
  const t = usePersonalText();
  const shared = useShared(problems);
  return (
    <>
      <TextField
        {...shared('mandatee')}
        label={t('mandate.mandatee')}
        autoComplete="off"
        maxLength={200}
        value={draft.mandatee}
        onChange={(mandatee) => onChange({ mandatee })}
      />
      <TextField
        {...shared('nationalNumber')}
        label={t('mandate.number')}
        hint={t('mandate.number.hint')}
        code
        size="20"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        value={draft.nationalNumber}
        onChange={(nationalNumber) => onChange({ nationalNumber })}
      />
    </>
  );
};

const ScopeFields = ({ draft, problems, onChange }: FieldsProps) => {
  const t = usePersonalText();
  const shared = useShared(problems);
  const localized = useLocalized();
  const procedures = useProcedures().data ?? [];
  return (
    <>
      <RadioGroup
        {...shared('scope')}
        label={t('mandate.scope')}
        options={(['some', 'all'] as const).map((value) => ({ value, label: t(`mandate.scope.${value}`) }))}
        value={draft.scope}
        onChange={(scope) => onChange({ scope: scope === 'all' ? 'all' : 'some' })}
      />
      {draft.scope === 'some' ? (
        <CheckboxGroup
          {...shared('procedures')}
          label={t('mandate.procedures')}
          options={procedures.map(({ key, title }) => ({ value: key, label: localized(title) }))}
          value={draft.procedures}
          onChange={(chosen) => onChange({ procedures: chosen })}
        />
      ) : (
        <Checkbox
          {...shared('mayDelegate')}
          label={t('mandate.mayDelegate')}
          optional
          value={draft.mayDelegate}
          onChange={(mayDelegate) => onChange({ mayDelegate })}
        />
      )}
    </>
  );
};

const DayFields = ({ draft, problems, onChange }: FieldsProps) => {
  const t = usePersonalText();
  const shared = useShared(problems);
  return (
    <>
      <DateField
        {...shared('validFrom')}
        label={t('mandate.validFrom')}
        value={draft.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <DateField
        {...shared('validTo')}
        label={t('mandate.validTo')}
        hint={t('mandate.validTo.hint')}
        optional
        value={draft.validTo}
        onChange={(validTo) => onChange({ validTo })}
      />
    </>
  );
};

const useGranting = () => {
  const t = usePersonalText();
  const toast = useToast();
  const [today] = useState(() => todayInBrussels(new Date()));
  const [draft, setDraft] = useState(() => emptyMandate(today));
  const [problems, setProblems] = useState<MandateProblems>({});
  const [attempt, setAttempt] = useState(0);
  const grant = useGrantMandate();
  const submit = (): void => {
    const found = checkMandate(draft, today);
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0 || grant.isPending) return;
    grant.mutate(draft, {
      onSuccess: ({ mandatee }) => {
        toast(t('mandate.granted', { name: mandatee }));
        setDraft(emptyMandate(today));
      },
    });
  };
  const change = (part: Partial<MandateDraft>): void => setDraft({ ...draft, ...part });
  return { draft, change, problems, attempt, submit, grant };
};

/** Lets somebody act for me, or for whom I act. */
export const GrantMandate = ({ name }: { readonly name: string }) => {
  const t = usePersonalText();
  const { draft, change, problems, attempt, submit, grant } = useGranting();
  const errors = Object.entries(problems).map(([field, problem]) => ({
    target: idOf(field as MandateField),
    text: t(problem),
  }));
  const fields = { draft, problems, onChange: change };
  return (
    <section className="portal-section" aria-labelledby="grant">
      <h2 id="grant">{t('mandate.grant', { name })}</h2>
      <Form className="iris-stack" onSubmit={submit}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {grant.isError && <RefusalNotice error={grant.error} />}
        <WhoFields {...fields} />
        <ScopeFields {...fields} />
        <DayFields {...fields} />
        <div className="iris-form-actions">
          <Button type="submit" busy={grant.isPending}>
            {t('mandate.grant.do')}
          </Button>
        </div>
      </Form>
    </section>
  );
};
