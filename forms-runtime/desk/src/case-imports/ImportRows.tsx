import type { CaseImportView, ImportRowView, RowKind } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { AppLink, Button, DataTable, Skeleton, Tabs, useFormatters, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { useImportRows } from './use-case-imports.ts';

const shown = ['wrong', 'failed', 'warned', 'ready', 'known', 'imported'] as const satisfies readonly RowKind[];

const Findings = ({ findings }: Pick<ImportRowView, 'findings'>) => {
  const t = useDeskText();
  const read = useLocalized();
  if (findings.length === 0) return <>–</>;
  return (
    <ul className="desk-import__findings">
      {findings.map(({ code, label, found, text }) => (
        <li key={`${code} ${label?.en ?? ''}`}>
          {label !== null && <strong>{read(label)} </strong>}
          {found !== null && found !== '' && <q className="desk-import__found">{found}</q>} {read(text)}
          {label !== null && found === null && <span className="iris-muted"> {t('caseImports.hidden')}</span>}
        </li>
      ))}
    </ul>
  );
};

const useColumns = (): readonly Column<ImportRowView>[] => {
  const t = useDeskText();
  const { number } = useFormatters();
  return [
    { id: 'line', header: t('caseImports.line'), kind: 'number', cell: ({ line }) => number(line) },
    {
      id: 'reference',
      header: t('caseImports.reference'),
      cell: ({ reference, caseId }) =>
        caseId === null ? (
          (reference ?? '–')
        ) : (
          <AppLink href={`/cases/${caseId}`}>{reference ?? t('column.case')}</AppLink>
        ),
    },
    { id: 'findings', header: t('caseImports.findings'), cell: ({ findings }) => <Findings findings={findings} /> },
  ];
};

const Rows = ({ view, kind }: { readonly view: CaseImportView; readonly kind: RowKind }) => {
  const t = useDeskText();
  const columns = useColumns();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useImportRows(view, kind);
  if (data === undefined)
    return error === null ? <Skeleton lines={4} /> : <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className="iris-stack">
      <DataTable
        caption={t(`caseImports.kind.${kind}`)}
        captionHidden
        columns={columns}
        rows={data.pages.flatMap(({ items }) => items)}
        rowKey={({ position }) => String(position)}
      />
      {hasNextPage && (
        <div>
          <Button tone="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('caseImports.more')}
          </Button>
        </div>
      )}
    </div>
  );
};

/** The rows of a file by what became of them, with what is to be said of each. */
export const ImportRows = ({ view }: { readonly view: CaseImportView }) => {
  const t = useDeskText();
  const { number } = useFormatters();
  const kinds = shown.filter((kind) => view.counts[kind] > 0);
  const [chosen, setChosen] = useState<string>();
  const [first] = kinds;
  if (first === undefined) return null;
  return (
    <Tabs
      label={t('caseImports.byResult')}
      selected={kinds.find((kind) => kind === chosen) ?? first}
      onSelect={setChosen}
      tabs={kinds.map((kind) => ({
        id: kind,
        label: `${t(`caseImports.kind.${kind}`)} (${number(view.counts[kind])})`,
        content: <Rows view={view} kind={kind} />,
      }))}
    />
  );
};
