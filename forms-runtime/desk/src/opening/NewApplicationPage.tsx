import { Failure, Page } from '@irisflow/frame';
import { todayInBrussels } from '@irisflow/renderer';
import { Button, DateField, ErrorSummary, Form, LinkButton, RadioGroup, Select, useLocale } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useOwnProcedures } from '../contacts/use-contacts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ApplicantFields, ApplicantSearch, openingFieldId, type ApplicantFieldsProps } from './ApplicantFields.tsx';
import {
  applicationBody,
  checkApplication,
  emptyApplication,
  openingChannels,
  type NewApplication,
  type OpeningField,
  type OpeningProblems,
} from './new-application.ts';
import { useProcedureOptions } from './use-procedure-options.ts';
import { useOpenDirectly } from './use-opening.ts';

const useOpeningForm = () => {
  const t = useDeskText();
  const locale = useLocale();
  const [, navigate] = useLocation();
  const procedures = useOwnProcedures();
  const open = useOpenDirectly();
  const [written, setWritten] = useState<NewApplication>({ ...emptyApplication, language: locale });
  const [problems, setProblems] = useState<OpeningProblems>({});
  const [attempt, setAttempt] = useState(0);
  const only = procedures.length === 1 ? procedures[0]?.key : undefined;
  const application = { ...written, procedureKey: written.procedureKey ?? only };
  const submit = (): void => {
    const found = checkApplication(application, todayInBrussels(new Date()));
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0 || open.isPending) return;
    open.mutate(applicationBody(application), {
      onSuccess: ({ id }) => navigate(`/applications/${id}`, { replace: true }),
    });
  };
  const errors = Object.entries(problems).map(([field, problem]) => ({
    target: openingFieldId(field as OpeningField),
    text: t(problem),
  }));
  const onChange = (part: Partial<NewApplication>): void => setWritten({ ...written, ...part });
  return { application, procedures, problems, errors, attempt, open, submit, onChange };
};

const MatterFields = ({
  application,
  problems,
  onChange,
  procedures,
}: ApplicantFieldsProps & { readonly procedures: ReturnType<typeof useOwnProcedures> }) => {
  const t = useDeskText();
  const options = useProcedureOptions(procedures);
  const wrong = (field: OpeningField) => {
    const problem = problems[field];
    return { id: openingFieldId(field), ...(problem !== undefined && { error: t(problem) }) };
  };
  return (
    <>
      <Select
        {...wrong('procedureKey')}
        label={t('filter.procedure')}
        options={options}
        value={application.procedureKey}
        onChange={(procedureKey) => onChange({ procedureKey })}
      />
      <RadioGroup
        {...wrong('channel')}
        label={t('contact.channel')}
        options={openingChannels.map((value) => ({
          value,
          label: t(`contact.channel.${value}`),
          hint: t(`opening.channel.${value}`),
        }))}
        value={application.channel}
        onChange={(value) => onChange({ channel: openingChannels.find((known) => known === value) ?? 'visit' })}
      />
      <DateField
        {...wrong('receivedOn')}
        label={t('contact.receivedOn')}
        hint={t('contact.receivedOn.hint')}
        optional
        value={application.receivedOn}
        onChange={(receivedOn) => onChange({ receivedOn })}
      />
    </>
  );
};

/** Opens a case for somebody at the counter, on the telephone or on paper, or of the office's own motion. */
export const NewApplicationPage = () => {
  const t = useDeskText();
  const { procedures, errors, attempt, open, submit, ...form } = useOpeningForm();
  return (
    <Page title={t('opening.title')} crumbs={[{ href: '/cases', label: t('nav.cases') }]} lead={t('opening.lead')}>
      <div className="iris-stack desk-contact-form">
        <ErrorSummary errors={errors} attempt={attempt} />
        {open.isError && <Failure error={open.error} />}
        <h2 className="iris-section-title">{t('opening.who')}</h2>
        <ApplicantSearch application={form.application} onChange={form.onChange} />
        <Form className="iris-stack" onSubmit={submit}>
          <ApplicantFields {...form} />
          <h2 className="iris-section-title">{t('opening.matter')}</h2>
          <MatterFields {...form} procedures={procedures} />
          <div className="iris-form-actions">
            <Button type="submit" busy={open.isPending}>
              {t('opening.open')}
            </Button>
            <LinkButton href="/cases" tone="quiet">
              {t('cancel')}
            </LinkButton>
          </div>
        </Form>
      </div>
    </Page>
  );
};
