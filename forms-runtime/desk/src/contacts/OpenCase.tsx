import type { ContactFile } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { AppLink, Button, Form, Select } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { useProcedureOptions } from '../opening/use-procedure-options.ts';
import { useOpenApplication, useOwnProcedures } from './use-contacts.ts';

interface OpenCaseProps {
  readonly contact: ContactFile;
}

const ChooseProcedure = ({ contact }: OpenCaseProps) => {
  const t = useDeskText();
  const [, navigate] = useLocation();
  const procedures = useOwnProcedures().filter(({ key }) => contact.cases.every((one) => one.procedureKey !== key));
  const options = useProcedureOptions(procedures);
  const open = useOpenApplication(contact.id);
  const [chosen, setChosen] = useState<string>();
  const [isAsked, setIsAsked] = useState(false);
  const only = procedures.length === 1 ? procedures[0]?.key : undefined;
  const procedureKey = chosen ?? only;
  const submit = (): void => {
    setIsAsked(true);
    if (procedureKey === undefined || open.isPending) return;
    open.mutate(procedureKey, { onSuccess: ({ id }) => navigate(`/applications/${id}`) });
  };
  if (procedures.length === 0) return null;
  return (
    <Form className="iris-stack iris-stack--tight" onSubmit={submit}>
      {open.isError && <Failure error={open.error} />}
      <p>{t('contact.case.text')}</p>
      <Select
        id="contact-procedure"
        label={t('filter.procedure')}
        options={options}
        value={procedureKey}
        onChange={setChosen}
        {...(isAsked && procedureKey === undefined && { error: t('contact.procedure.missing') })}
      />
      <div>
        <Button type="submit" busy={open.isPending}>
          {t('contact.case.open')}
        </Button>
      </div>
    </Form>
  );
};

/** The cases that a contact is about or that came of it. */
const Cases = ({ contact: { cases } }: OpenCaseProps) => {
  const t = useDeskText();
  const read = useLocalized();
  if (cases.length === 0) return <p className="iris-muted">{t('contact.case.none')}</p>;
  return (
    <ul className="desk-case-tasks iris-stack iris-stack--tight">
      {cases.map(({ id, reference, title, status }) => (
        <li key={id}>
          <AppLink href={`/cases/${id}`}>{reference}</AppLink>
          <span className="iris-muted">
            {read(title)}, {t(`status.${status}`)}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** The cases of a contact, and the way to another one of it. */
export const OpenCase = ({ contact }: OpenCaseProps) => {
  const t = useDeskText();
  return (
    <section className="iris-stack iris-stack--tight desk-section" aria-labelledby="contact-case">
      <h2 id="contact-case" className="iris-section-title">
        {t('contact.case')}
      </h2>
      <Cases contact={contact} />
      <ChooseProcedure contact={contact} />
    </section>
  );
};
