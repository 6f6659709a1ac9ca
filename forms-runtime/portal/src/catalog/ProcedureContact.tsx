import type { ProcedureView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { SummaryList, type LineItem } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

const useContactItems = ({ service, phone, email, address }: ProcedureView['contact']): readonly LineItem[] => {
  const t = usePortalText();
  const read = useLocalized();
  const text = (id: string, term: string, value: ProcedureView['contact']['service']): readonly LineItem[] =>
    value === null ? [] : [{ id, term, value: read(value) }];
  return [
    ...text('service', t('procedure.contact.service'), service),
    {
      id: 'phone',
      term: t('procedure.contact.phone'),
      value: <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>,
    },
    { id: 'email', term: t('procedure.contact.email'), value: <a href={`mailto:${email}`}>{email}</a> },
    ...text('address', t('procedure.contact.address'), address),
  ];
};

/** Who answers a question about the procedure. */
export const ProcedureContact = ({ contact }: Pick<ProcedureView, 'contact'>) => (
  <SummaryList items={useContactItems(contact)} />
);

/** Where one can do it in person, and when. */
export const ProcedureCounter = ({ counter }: { readonly counter: NonNullable<ProcedureView['counter']> }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { name, address, hours, appointment } = counter;
  const where = (
    <>
      {read(name)}
      <br />
      {read(address)}
    </>
  );
  return (
    <>
      <SummaryList
        items={[
          { id: 'where', term: t('procedure.counter.where'), value: where },
          {
            id: 'hours',
            term: t('procedure.counter.hours'),
            value: <span className="portal-lines">{read(hours)}</span>,
          },
        ]}
      />
      {appointment !== null && (
        <p>
          <a href={appointment}>{t('procedure.counter.appointment')}</a>
        </p>
      )}
    </>
  );
};
