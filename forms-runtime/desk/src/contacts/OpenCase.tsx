import type { ContactView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { Button, LinkButton, Select } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useLocation } from 'wouter';
import { useDeskText } from '../texts/desk-texts.ts';
import { useOpenApplication, useOwnProcedures } from './use-contacts.ts';

interface OpenCaseProps {
  readonly contact: ContactView;
}

const ChooseProcedure = ({ contact }: OpenCaseProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const [, navigate] = useLocation();
  const procedures = useOwnProcedures();
  const open = useOpenApplication(contact.id);
  const [chosen, setChosen] = useState<string>();
  const [isAsked, setIsAsked] = useState(false);
  const only = procedures.length === 1 ? procedures[0]?.key : undefined;
  const procedureKey = chosen ?? only;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (procedureKey === undefined || open.isPending) return;
    open.mutate(procedureKey, { onSuccess: ({ id }) => navigate(`/applications/${id}`) });
  };
  return (
    <form noValidate className="iris-stack iris-stack--tight" onSubmit={submit}>
      {open.isError && <Failure error={open.error} />}
      <p>{t('contact.case.text')}</p>
      <Select
        id="contact-procedure"
        label={t('filter.procedure')}
        options={procedures.map(({ key, title }) => ({ value: key, label: read(title) }))}
        value={procedureKey}
        onChange={setChosen}
        {...(isAsked && procedureKey === undefined && { error: t('contact.procedure.missing') })}
      />
      <div>
        <Button type="submit" busy={open.isPending}>
          {t('contact.case.open')}
        </Button>
      </div>
    </form>
  );
};

/** The case that came of a contact, or the way to one. */
export const OpenCase = ({ contact }: OpenCaseProps) => {
  const t = useDeskText();
  return (
    <section className="iris-stack iris-stack--tight desk-section" aria-labelledby="contact-case">
      <h2 id="contact-case" className="iris-section-title">
        {t('contact.case')}
      </h2>
      {contact.caseId === null ? (
        <ChooseProcedure contact={contact} />
      ) : (
        <div>
          <LinkButton href={`/cases/${contact.caseId}`} tone="secondary">
            {t('contact.case.see')}
          </LinkButton>
        </div>
      )}
    </section>
  );
};
