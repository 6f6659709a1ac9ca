import type { RightImportView, RightRowKind, RightRowView } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import { AppLink, Button, type Column, DataTable, Icon, Skeleton, Tabs, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { Accept, AcceptAll } from './AcceptDifferences.tsx';
import { useRightImportText } from './right-import-texts.ts';
import { useRightRows } from './use-right-imports.ts';

const shown = [
  'differs',
  'accepted',
  'wrong',
  'failed',
  'warned',
  'ready',
  'same',
  'imported',
  'changed',
] as const satisfies readonly RightRowKind[];

interface OfView {
  readonly view: RightImportView;
}

const Findings = ({ findings }: Pick<RightRowView, 'findings'>) => {
  const t = useRightImportText();
  const read = useLocalized();
  if (findings.length === 0) return <>–</>;
  return (
    <ul className="desk-import__findings">
      {findings.map(({ code, label, found, text }) => (
        <li key={`${code} ${label?.en ?? ''}`}>
          {label !== null && <strong>{read(label)} </strong>}
          {found !== null && found !== '' && <q className="desk-import__found">{found}</q>} {read(text)}
          {label !== null && found === null && <span className="iris-muted"> {t('hidden')}</span>}
        </li>
      ))}
    </ul>
  );
};

/** What stands here, crossed out, and what the file says instead. */
const Differences = ({ differences }: Pick<RightRowView, 'differences'>) => {
  const t = useRightImportText();
  const read = useLocalized();
  return (
    <ul className="desk-import__findings">
      {differences.map(({ label, here, file }) => (
        <li key={label.en}>
          <strong>{read(label)}</strong> <span className="iris-visually-hidden">{t('here')}</span> <s>{read(here)}</s> →{' '}
          <span className="iris-visually-hidden">{t('inFile')}</span>{' '}
          <span className="desk-import__found">{read(file)}</span>
        </li>
      ))}
    </ul>
  );
};

const useColumns = (view: RightImportView, kind: RightRowKind): readonly Column<RightRowView>[] => {
  const t = useRightImportText();
  const { number } = useFormatters();
  const isOtherwise = kind === 'differs' || kind === 'accepted';
  return [
    { id: 'line', header: t('line'), kind: 'number', cell: ({ line }) => number(line) },
    {
      id: 'number',
      header: t('number'),
      cell: ({ number: named, rightId }) =>
        rightId === null ? (named ?? '–') : <AppLink href={`/rights/${rightId}`}>{named ?? t('right')}</AppLink>,
    },
    isOtherwise
      ? { id: 'differences', header: t('differences'), cell: (row) => <Differences differences={row.differences} /> }
      : { id: 'findings', header: t('findings'), cell: ({ findings }) => <Findings findings={findings} /> },
    ...(isOtherwise && (view.state === 'checked' || view.state === 'stopped')
      ? [{ id: 'accept', header: t('accept.column'), cell: (row: RightRowView) => <Accept view={view} row={row} /> }]
      : []),
  ];
};

const Rows = ({ view, kind }: OfView & { readonly kind: RightRowKind }) => {
  const t = useRightImportText();
  const columns = useColumns(view, kind);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useRightRows(view, kind);
  if (data === undefined)
    return error === null ? <Skeleton lines={4} /> : <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <div className="iris-stack">
      {(kind === 'differs' || kind === 'accepted') && <AcceptAll view={view} kind={kind} />}
      <DataTable
        caption={t(`kind.${kind}`)}
        captionHidden
        columns={columns}
        rows={data.pages.flatMap(({ items }) => items)}
        rowKey={({ position }) => String(position)}
      />
      {hasNextPage && (
        <div>
          <Button tone="secondary" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  );
};

const Report = ({ view }: OfView) => {
  const t = useRightImportText();
  if (view.erasedAt !== null) return null;
  return (
    <div className="iris-stack iris-stack--tight desk-import__action">
      <a className="iris-button iris-button--secondary" href={`/api/right-imports/${view.id}/report`} download>
        <Icon name="download" />
        {t('report')}
      </a>
      <p className="iris-muted">{t('report.text')}</p>
    </div>
  );
};

/** The rows of a file by what became of them, with what is to be said of each. */
export const RightRows = ({ view }: OfView) => {
  const t = useRightImportText();
  const { number } = useFormatters();
  const kinds = shown.filter((kind) => view.counts[kind] > 0);
  const [chosen, setChosen] = useState<string>();
  const [first] = kinds;
  if (first === undefined) return null;
  return (
    <Section id="right-rows" title={t('byResult')}>
      <Tabs
        label={t('byResult')}
        selected={kinds.find((kind) => kind === chosen) ?? first}
        onSelect={setChosen}
        tabs={kinds.map((kind) => ({
          id: kind,
          label: `${t(`kind.${kind}`)} (${number(view.counts[kind])})`,
          content: <Rows view={view} kind={kind} />,
        }))}
      />
      <Report view={view} />
    </Section>
  );
};
