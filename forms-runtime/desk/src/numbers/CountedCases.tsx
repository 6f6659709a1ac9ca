import type { CountedCase } from '@irisflow/client';
import { Answered } from '@irisflow/frame';
import { AppLink, Button, DataTable, Dialog, useFormatters, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCountedCases, type Measure, type NumbersFilters } from './use-numbers.ts';

export interface Behind extends NumbersFilters {
  readonly measure: Measure;
  readonly title: string;
}

const caseLink = ({ id, reference }: CountedCase) => <AppLink href={`/cases/${id}`}>{reference}</AppLink>;

const Cases = ({ cases, title }: { readonly cases: readonly CountedCase[]; readonly title: string }) => {
  const t = useDeskText();
  const { date, number } = useFormatters();
  const columns: readonly Column<CountedCase>[] = [
    {
      id: 'reference',
      header: t('fact.case'),
      cell: caseLink,
    },
    { id: 'submitted', header: t('numbers.behind.submitted'), cell: ({ submittedOn }) => date(submittedOn) },
    {
      id: 'ended',
      header: t('numbers.behind.ended'),
      cell: ({ endedOn }) => (endedOn === null ? t('numbers.none') : date(endedOn)),
    },
    {
      id: 'days',
      header: t('numbers.behind.days'),
      kind: 'number',
      cell: ({ days }) => (days === null ? t('numbers.none') : number(days)),
    },
  ];
  if (cases.length === 0) return <p className="iris-muted">{t('numbers.behind.none')}</p>;
  return <DataTable caption={title} captionHidden columns={columns} rows={cases} rowKey={({ id }) => id} />;
};

/** The cases behind a number, so that nobody has to believe it. */
export const CountedCases = ({ behind, onClose }: { readonly behind: Behind; readonly onClose: () => void }) => {
  const t = useDeskText();
  const { title, ...wanted } = behind;
  const cases = useCountedCases(wanted);
  const actions = (
    <Button tone="secondary" onClick={onClose}>
      {t('numbers.behind.close')}
    </Button>
  );
  return (
    <Dialog open title={title} onClose={onClose} actions={actions}>
      <Answered query={cases}>{(found) => <Cases cases={found} title={title} />}</Answered>
    </Dialog>
  );
};
