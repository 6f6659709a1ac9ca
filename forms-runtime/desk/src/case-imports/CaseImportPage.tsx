import type { CaseImportView } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { Notice, useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { ImportResult } from './ImportResult.tsx';
import { ImportSettingsForm } from './ImportSettingsForm.tsx';
import { ImportProgress, ImportSteps } from './ImportSteps.tsx';
import { isAtWork, useCaseImport } from './use-case-imports.ts';

/** How long its rows stay, or since when they are gone. */
const Kept = ({ view }: { readonly view: CaseImportView }) => {
  const t = useDeskText();
  const { date } = useFormatters();
  return view.erasedAt === null ? (
    <p className="iris-muted">{t('caseImports.kept', { day: date(view.eraseAt) })}</p>
  ) : (
    <Notice title={t('caseImports.erased', { day: date(view.erasedAt) })} />
  );
};

/** Once it was checked, what was found comes first; how the file is read is folded away. */
const Settings = ({ view }: { readonly view: CaseImportView }) => {
  const t = useDeskText();
  const form = <ImportSettingsForm key={view.revision} view={view} />;
  if (view.revision === 0) return form;
  return (
    <details className="desk-import__settings">
      <summary>{t('caseImports.settings')}</summary>
      {form}
    </details>
  );
};

const OpenImport = ({ view }: { readonly view: CaseImportView }) => (
  <div className="iris-stack iris-stack--loose">
    {view.state !== 'uploaded' && <ImportProgress view={view} />}
    <ImportSteps view={view} />
    <Kept view={view} />
    {view.state !== 'uploaded' && !isAtWork(view) && <ImportResult view={view} />}
    {!isAtWork(view) && view.erasedAt === null && <Settings view={view} />}
  </div>
);

/** A file of cases from its upload to what came of it: columns, dry run, and the cases. */
export const CaseImportPage = ({ importId }: { readonly importId: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime, number } = useFormatters();
  const query = useCaseImport(importId);
  const { data: view } = query;
  return (
    <Page
      title={view?.fileName ?? t('caseImports.title')}
      {...(view !== undefined && {
        eyebrow: read(view.procedureTitle),
        lead: t('caseImports.of', {
          rows: number(view.rows),
          name: view.uploadedBy.name,
          at: dateTime(view.uploadedAt),
        }),
      })}
      crumbs={[
        { href: '/cases', label: t('nav.cases') },
        { href: '/case-imports', label: t('caseImports.title') },
      ]}
    >
      <Answered query={query}>{(found) => <OpenImport view={found} />}</Answered>
    </Page>
  );
};
