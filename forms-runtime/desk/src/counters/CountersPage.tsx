import type { CounterView } from '@irisflow/client';
import { Answered, Page, useLocalized, usePerson } from '@irisflow/frame';
import { AppLink, DataTable, EmptyState, LinkButton, type Column } from '@irisflow/ui';
import { isAdministrator, isClerk, isSupervisor } from '../session/clerk.ts';
import { useCounterText } from './counter-texts.ts';
import { useOfficeCounters } from './use-counters.ts';

const useColumns = (maySet: boolean): readonly Column<CounterView>[] => {
  const t = useCounterText();
  const read = useLocalized();
  const person = usePerson();
  return [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, name }) =>
        isClerk(person) ? (
          <AppLink href={`/counters/${id}`}>{t('agenda.of', { name: read(name) })}</AppLink>
        ) : (
          <strong>{read(name)}</strong>
        ),
    },
    { id: 'address', header: t('address'), cell: ({ address }) => read(address) },
    { id: 'state', header: t('state'), cell: ({ isOpen }) => t(isOpen ? 'open' : 'closed') },
    ...(maySet
      ? [
          {
            id: 'actions',
            header: t('actions'),
            cell: ({ id, name }: CounterView) => (
              <AppLink href={`/counters/${id}/settings`}>{t('settings.of', { name: read(name) })}</AppLink>
            ),
          },
        ]
      : []),
  ];
};

/** Where my administration receives people. */
export const CountersPage = () => {
  const t = useCounterText();
  const person = usePerson();
  const maySet = isSupervisor(person) || isAdministrator(person);
  const columns = useColumns(maySet);
  return (
    <Page
      title={t('counters')}
      lead={t('counters.lead')}
      actions={
        <div className="iris-row">
          {isClerk(person) && (
            <LinkButton href="/counters/booking" tone="secondary" size="small">
              {t('book')}
            </LinkButton>
          )}
          {maySet && (
            <LinkButton href="/counters/new" tone="secondary" size="small" icon="plus">
              {t('add')}
            </LinkButton>
          )}
        </div>
      }
    >
      <Answered query={useOfficeCounters()}>
        {(counters) =>
          counters.length === 0 ? (
            <EmptyState icon="clock" title={t('counters.none')}>
              {t('counters.none.text')}
            </EmptyState>
          ) : (
            <DataTable
              caption={t('counters')}
              captionHidden
              columns={columns}
              rows={counters}
              rowKey={({ id }) => id}
            />
          )
        }
      </Answered>
    </Page>
  );
};
