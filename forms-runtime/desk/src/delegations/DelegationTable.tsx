import type { DelegationView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, DataTable, StatusTag, useFormatters, type Column, type TagTone } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { Powers } from './Powers.tsx';

const tones: Readonly<Record<DelegationView['state'], TagTone>> = {
  planned: 'accent',
  inForce: 'success',
  lapsed: 'warning',
  ended: 'neutral',
  withdrawn: 'neutral',
};

/** Whom a list need not name: it is always the reader. */
export type Named = 'delegator' | 'delegate' | 'both';

interface TableProps {
  readonly title: string;
  readonly named: Named;
  readonly delegations: readonly DelegationView[];
  readonly onWithdraw: (delegation: DelegationView) => void;
}

const Instrument = ({ delegation }: { readonly delegation: DelegationView }) => {
  const read = useLocalized();
  return (
    <>
      {delegation.instrument}
      <span className="iris-muted desk-delegation__more">{read(delegation.capacity)}</span>
    </>
  );
};

const State = ({ delegation: { state, withdrawn } }: { readonly delegation: DelegationView }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`delegation.state.${state}`)}</StatusTag>
      {state === 'lapsed' && (
        <span className="iris-muted desk-delegation__more">{t('delegation.state.lapsed.text')}</span>
      )}
      {withdrawn !== null && (
        <span className="iris-muted desk-delegation__more">
          {t('delegation.withdrawn.by', { name: withdrawn.by, day: date(withdrawn.at) })}
        </span>
      )}
    </>
  );
};

const useColumns = ({ named, delegations, onWithdraw }: Omit<TableProps, 'title'>): Column<DelegationView>[] => {
  const t = useDeskText();
  const { date } = useFormatters();
  const who = (of: 'delegator' | 'delegate'): Column<DelegationView>[] =>
    named === of || named === 'both'
      ? [{ id: of, header: t(`delegation.${of}`), cell: (delegation) => <strong>{delegation[of].name}</strong> }]
      : [];
  const withdrawal: Column<DelegationView> = {
    id: 'actions',
    header: t('column.actions'),
    cell: (delegation) =>
      delegation.mayWithdraw && (
        <Button
          size="small"
          tone="quiet"
          aria-label={t('delegation.withdraw.of', {
            delegator: delegation.delegator.name,
            delegate: delegation.delegate.name,
          })}
          onClick={() => onWithdraw(delegation)}
        >
          {t('delegation.withdraw')}
        </Button>
      ),
  };
  return [
    ...who('delegator'),
    ...who('delegate'),
    {
      id: 'days',
      header: t('delegation.days'),
      cell: ({ from, to }) => t('delegation.days.of', { from: date(from), to: date(to) }),
    },
    { id: 'powers', header: t('delegation.powers'), cell: (delegation) => <Powers delegation={delegation} /> },
    {
      id: 'instrument',
      header: t('delegation.instrument'),
      cell: (delegation) => <Instrument delegation={delegation} />,
    },
    { id: 'state', header: t('delegation.state'), cell: (delegation) => <State delegation={delegation} /> },
    ...(delegations.some(({ mayWithdraw }) => mayWithdraw) ? [withdrawal] : []),
  ];
};

/** Some delegations, the last ones first. */
export const DelegationTable = ({ title, ...rest }: TableProps) => (
  <DataTable caption={title} captionHidden columns={useColumns(rest)} rows={rest.delegations} rowKey={({ id }) => id} />
);
