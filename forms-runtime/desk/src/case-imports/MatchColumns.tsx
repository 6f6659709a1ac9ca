import type { CaseImportView, ImportSettings } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { DataTable, Select, type Column } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

export interface MatchProps {
  readonly view: CaseImportView;
  readonly settings: ImportSettings;
  readonly onChange: (part: Partial<ImportSettings>) => void;
}

interface Header {
  readonly index: number;
  readonly name: string;
  readonly samples: readonly string[];
}

const headersOf = ({ header, samples }: CaseImportView): readonly Header[] =>
  header.map((name, index) => ({ index, name, samples: samples[index] ?? [] }));

/** Which column of the form a header is; what another one is already is not offered twice. */
const WhatItIs = ({ view, settings, onChange, header }: MatchProps & { readonly header: Header }) => {
  const t = useDeskText();
  const read = useLocalized();
  const key = settings.columns[header.index] ?? null;
  const offered = view.form.columns.filter((column) => column.key === key || !settings.columns.includes(column.key));
  const choose = (chosen: string | undefined): void =>
    onChange({ columns: settings.columns.map((one, index) => (index === header.index ? (chosen ?? null) : one)) });
  return (
    <Select
      id={`import-column-${header.index}`}
      label={<span className="iris-visually-hidden">{t('caseImports.match.of', { header: header.name })}</span>}
      placeholder={t('caseImports.match.none')}
      options={offered.map(({ key: value, label, isRequired }) => ({
        value,
        label: isRequired ? `${read(label)} *` : read(label),
      }))}
      value={key ?? undefined}
      onChange={choose}
    />
  );
};

/** Of a column of numbers: which sign stands before decimals, where a number could be read in two ways. */
const HowItReads = ({ view, settings, onChange, header }: MatchProps & { readonly header: Header }) => {
  const t = useDeskText();
  const key = settings.columns[header.index] ?? null;
  const column = view.form.columns.find((one) => one.key === key);
  if (key === null || column?.isNumber !== true) return <span className="iris-muted">–</span>;
  const others = Object.fromEntries(Object.entries(settings.marks).filter(([name]) => name !== key));
  return (
    <Select
      id={`import-mark-${header.index}`}
      label={<span className="iris-visually-hidden">{t('caseImports.mark.of', { header: header.name })}</span>}
      placeholder={t('caseImports.mark.ask')}
      options={(['comma', 'point'] as const).map((value) => ({ value, label: t(`caseImports.mark.${value}`) }))}
      value={settings.marks[key]}
      onChange={(mark) =>
        onChange({ marks: mark === 'comma' || mark === 'point' ? { ...others, [key]: mark } : others })
      }
    />
  );
};

const useColumns = (props: MatchProps): readonly Column<Header>[] => {
  const t = useDeskText();
  return [
    { id: 'header', header: t('caseImports.match.header'), cell: ({ name }) => <strong>{name || '–'}</strong> },
    {
      id: 'samples',
      header: t('caseImports.match.samples'),
      cell: ({ samples }) => <span className="desk-import__samples">{samples.join(' · ') || '–'}</span>,
    },
    { id: 'is', header: t('caseImports.match.is'), cell: (header) => <WhatItIs {...props} header={header} /> },
    { id: 'mark', header: t('caseImports.mark'), cell: (header) => <HowItReads {...props} header={header} /> },
  ];
};

/** Each column of the file beside what it is: as the headers name them, and as somebody corrects it. */
export const MatchColumns = (props: MatchProps) => {
  const t = useDeskText();
  const columns = useColumns(props);
  return (
    <DataTable
      caption={t('caseImports.match')}
      captionHidden
      columns={columns}
      rows={headersOf(props.view)}
      rowKey={({ index }) => String(index)}
    />
  );
};
