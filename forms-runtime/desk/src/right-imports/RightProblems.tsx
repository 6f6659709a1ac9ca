import type { RightImportView, RightProblem } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { type Column, DataTable, StatusTag, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useRightImportText } from './right-import-texts.ts';

const useColumns = (): readonly Column<RightProblem>[] => {
  const t = useRightImportText();
  const read = useLocalized();
  const { number } = useFormatters();
  return [
    {
      id: 'weight',
      header: t('weight'),
      cell: ({ isError }) => (
        <StatusTag tone={isError ? 'danger' : 'warning'}>{t(isError ? 'error' : 'warning')}</StatusTag>
      ),
    },
    {
      id: 'column',
      header: t('column.label'),
      cell: ({ label, key }) => (label === null ? (key ?? t('wholeRow')) : read(label)),
    },
    { id: 'text', header: t('findings'), cell: ({ text }) => read(text) },
    { id: 'line', header: t('firstLine'), kind: 'number', cell: ({ line }) => number(line) },
    { id: 'rows', header: t('rows'), kind: 'number', cell: ({ rows }) => number(rows) },
  ];
};

/** What was found, by column and kind: how often, and where first. */
export const ProblemTable = ({
  problems,
  caption,
}: Pick<RightImportView, 'problems'> & { readonly caption: string }) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={useColumns()}
    rows={problems}
    rowKey={({ code, key }) => `${code} ${key ?? ''}`}
  />
);

export const Problems = ({ problems }: Pick<RightImportView, 'problems'>) => {
  const t = useRightImportText();
  if (problems.length === 0) return null;
  return (
    <Section id="right-problems" title={t('problems')}>
      <ProblemTable problems={problems} caption={t('problems')} />
    </Section>
  );
};
