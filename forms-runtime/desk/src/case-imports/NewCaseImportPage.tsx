import type { ImportColumnView, ImportFormView } from '@irisflow/client';
import { Answered, Failure, Page, useLocalized } from '@irisflow/frame';
import {
  Button,
  DataTable,
  FileField,
  Icon,
  Notice,
  ProgressBar,
  Select,
  useFormatters,
  type Column,
} from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Section } from '../app/Section.tsx';
import { useOwnProcedures } from '../contacts/use-contacts.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { useImportForm, useUploadImport } from './use-case-imports.ts';

const useColumns = (): readonly Column<ImportColumnView>[] => {
  const t = useDeskText();
  const read = useLocalized();
  return [
    {
      id: 'key',
      header: t('caseImports.column.key'),
      cell: ({ key }) => <code className="desk-import__key">{key}</code>,
    },
    { id: 'label', header: t('caseImports.column.label'), cell: ({ label }) => read(label) },
    {
      id: 'expected',
      header: t('caseImports.column.expected'),
      cell: ({ expected, hint, isRequired, isRestricted }) => (
        <>
          {read(expected)}
          {isRequired && <strong> · {t('caseImports.required')}</strong>}
          {isRestricted && <span> · {t('caseImports.restricted')}</span>}
          {read(hint) !== '' && <span className="desk-bulk__procedure">{read(hint)}</span>}
        </>
      ),
    },
  ];
};

/** Of a table the first two rows show how the others are named. */
const isShown = ({ key }: ImportColumnView): boolean => !/\.(?:[3-9]|10)\./.test(key);

/** What goes into a file of cases, and an empty one to begin with. */
const Columns = ({ form, procedureKey }: { readonly form: ImportFormView; readonly procedureKey: string }) => {
  const t = useDeskText();
  const read = useLocalized();
  const columns = useColumns();
  return (
    <Section id="import-columns" title={t('caseImports.columns')}>
      <p>{t('caseImports.columns.text')}</p>
      <div>
        <a
          className="iris-button iris-button--secondary"
          href={`/api/procedures/${encodeURIComponent(procedureKey)}/import-template`}
          download
        >
          <Icon name="download" />
          {t('caseImports.template')}
        </a>
      </div>
      {form.files.length > 0 && (
        <Notice title={t('caseImports.files')}>{form.files.map((label) => read(label)).join(', ')}</Notice>
      )}
      <details>
        <summary>{t.plural('caseImports.columns.show', form.columns.filter(isShown).length)}</summary>
        <DataTable
          caption={t('caseImports.columns')}
          captionHidden
          columns={columns}
          rows={form.columns.filter(isShown)}
          rowKey={({ key }) => key}
        />
      </details>
    </Section>
  );
};

/** Brings a file in. A spreadsheet calls it by many media types: the platform looks at what it holds. */
const Upload = ({ form, procedureKey }: { readonly form: ImportFormView; readonly procedureKey: string }) => {
  const t = useDeskText();
  const { number, fileSize } = useFormatters();
  const [, navigate] = useLocation();
  const upload = useUploadImport();
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState(0);
  const [asked, setAsked] = useState(false);
  const send = (): void => {
    setAsked(true);
    if (file === undefined || upload.isPending) return;
    upload.mutate(
      { key: procedureKey, file, onProgress: setProgress },
      { onSuccess: ({ id }) => navigate(`/case-imports/${id}`, { replace: true }) },
    );
  };
  return (
    <Section id="import-upload" title={t('caseImports.upload')}>
      {upload.isError && <Failure error={upload.error} />}
      <FileField
        id="import-file"
        label={t('caseImports.file')}
        hint={t('caseImports.file.hint', {
          rows: number(form.maxRows),
          size: fileSize(form.maxBytes),
          days: number(form.keptDays),
        })}
        maxCount={1}
        files={file === undefined ? [] : [{ id: 'chosen', name: file.name, size: file.size }]}
        onAdd={(files) => {
          upload.reset();
          setFile(files[0]);
        }}
        onRemove={() => setFile(undefined)}
        {...(asked && file === undefined && { error: t('caseImports.file.missing') })}
      />
      {upload.isPending && <ProgressBar label={t('caseImports.uploading')} value={progress} />}
      <div>
        <Button busy={upload.isPending} onClick={send}>
          {t('caseImports.upload.go')}
        </Button>
      </div>
    </Section>
  );
};

/** Chooses the procedure, shows what a file of its cases looks like, and takes one in. */
export const NewCaseImportPage = () => {
  const t = useDeskText();
  const read = useLocalized();
  const procedures = useOwnProcedures();
  const [chosen, setChosen] = useState<string>();
  const key = chosen ?? (procedures.length === 1 ? procedures[0]?.key : undefined);
  const form = useImportForm(key);
  return (
    <Page
      title={t('caseImports.new')}
      lead={t('caseImports.new.lead')}
      crumbs={[
        { href: '/cases', label: t('nav.cases') },
        { href: '/case-imports', label: t('caseImports.title') },
      ]}
    >
      <div className="iris-stack iris-stack--loose">
        <Select
          id="import-procedure"
          label={t('filter.procedure')}
          options={procedures.map((procedure) => ({ value: procedure.key, label: read(procedure.title) }))}
          value={key}
          onChange={setChosen}
        />
        {key !== undefined && (
          <Answered key={key} query={form}>
            {(found) => (
              <>
                <Columns form={found} procedureKey={key} />
                <Upload form={found} procedureKey={key} />
              </>
            )}
          </Answered>
        )}
      </div>
    </Page>
  );
};
