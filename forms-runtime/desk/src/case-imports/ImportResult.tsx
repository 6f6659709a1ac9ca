import type { CaseImportView, ImportProblem } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { DataTable, Icon, StatusTag, useFormatters, type Column } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { ImportRows } from './ImportRows.tsx';

const useColumns = (): readonly Column<ImportProblem>[] => {
  const t = useDeskText();
  const read = useLocalized();
  const { number } = useFormatters();
  return [
    {
      id: 'kind',
      header: t('caseImports.weight'),
      cell: ({ isError }) => (
        <StatusTag tone={isError ? 'danger' : 'warning'}>
          {t(isError ? 'caseImports.error' : 'caseImports.warning')}
        </StatusTag>
      ),
    },
    {
      id: 'column',
      header: t('caseImports.column.label'),
      cell: ({ label, key }) => (label === null ? (key ?? t('caseImports.wholeRow')) : read(label)),
    },
    { id: 'text', header: t('caseImports.findings'), cell: ({ text }) => read(text) },
    { id: 'line', header: t('caseImports.firstLine'), kind: 'number', cell: ({ line }) => number(line) },
    { id: 'rows', header: t('caseImports.rows'), kind: 'number', cell: ({ rows }) => number(rows) },
  ];
};

const Problems = ({ problems }: Pick<CaseImportView, 'problems'>) => {
  const t = useDeskText();
  const columns = useColumns();
  if (problems.length === 0) return null;
  return (
    <Section id="import-problems" title={t('caseImports.problems')}>
      <DataTable
        caption={t('caseImports.problems')}
        captionHidden
        columns={columns}
        rows={problems}
        rowKey={({ code, key }) => `${code} ${key ?? ''}`}
      />
    </Section>
  );
};

/** What the dry run found, or what became of the rows, and the file that says so. */
export const ImportResult = ({ view }: { readonly view: CaseImportView }) => {
  const t = useDeskText();
  return (
    <>
      <Problems problems={view.problems} />
      <Section id="import-rows" title={t('caseImports.byResult')}>
        <ImportRows view={view} />
        {view.erasedAt === null && (
          <div className="iris-stack iris-stack--tight desk-import__action">
            <a className="iris-button iris-button--secondary" href={`/api/case-imports/${view.id}/report`} download>
              <Icon name="download" />
              {t('caseImports.report')}
            </a>
            <p className="iris-muted">{t('caseImports.report.text')}</p>
          </div>
        )}
      </Section>
    </>
  );
};
