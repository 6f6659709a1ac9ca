import type { ImportableKind, RightColumnView } from '@irisflow/client';
import { Answered, Failure, Page, useLocalized } from '@irisflow/frame';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  FileField,
  Icon,
  ProgressBar,
  Select,
  useFormatters,
} from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useRightImportText } from './right-import-texts.ts';
import { templateAddress, useImportableKinds, useUploadRights } from './use-right-imports.ts';

interface OfKind {
  readonly kind: ImportableKind;
}

const keyOf = ({ procedureKey, key }: ImportableKind): string => `${procedureKey}/${key}`;

const useColumns = (): readonly Column<RightColumnView>[] => {
  const t = useRightImportText();
  const read = useLocalized();
  return [
    { id: 'key', header: t('column.key'), cell: ({ key }) => <code className="desk-import__key">{key}</code> },
    { id: 'label', header: t('column.label'), cell: ({ label }) => read(label) },
    {
      id: 'expected',
      header: t('column.expected'),
      cell: ({ expected, hint, isRequired }) => (
        <>
          {read(expected)}
          {isRequired && <strong> · {t('column.required')}</strong>}
          {read(hint) !== '' && <span className="desk-bulk__procedure">{read(hint)}</span>}
        </>
      ),
    },
  ];
};

/** What goes into a file of rights of a kind, and an empty one to begin with. */
const Columns = ({ kind }: OfKind) => {
  const t = useRightImportText();
  const columns = useColumns();
  return (
    <Section id="right-import-columns" title={t('columns')}>
      <p>{t('columns.text')}</p>
      <div>
        <a
          className="iris-button iris-button--secondary"
          href={templateAddress({ procedureKey: kind.procedureKey, kind: kind.key })}
          download
        >
          <Icon name="download" />
          {t('template')}
        </a>
      </div>
      <details>
        <summary>{t.plural('columns.show', kind.columns.length)}</summary>
        <DataTable
          caption={t('columns')}
          captionHidden
          columns={columns}
          rows={kind.columns}
          rowKey={({ key }) => key}
        />
      </details>
    </Section>
  );
};

/** Brings a file in. A spreadsheet calls it by many media types: the platform looks at what it holds. */
const Upload = ({ kind }: OfKind) => {
  const t = useRightImportText();
  const { number, fileSize } = useFormatters();
  const [, navigate] = useLocation();
  const upload = useUploadRights();
  const [file, setFile] = useState<File>();
  const [progress, setProgress] = useState(0);
  const [asked, setAsked] = useState(false);
  const send = (): void => {
    setAsked(true);
    if (file === undefined || upload.isPending) return;
    upload.mutate(
      { procedureKey: kind.procedureKey, kind: kind.key, file, onProgress: setProgress },
      { onSuccess: ({ id }) => navigate(`/right-imports/${id}`, { replace: true }) },
    );
  };
  return (
    <Section id="right-import-upload" title={t('upload')}>
      {upload.isError && <Failure error={upload.error} />}
      <FileField
        id="right-import-file"
        label={t('file')}
        hint={t('file.hint', {
          rows: number(kind.maxRows),
          size: fileSize(kind.maxBytes),
          days: number(kind.keptDays),
        })}
        maxCount={1}
        files={file === undefined ? [] : [{ id: 'chosen', name: file.name, size: file.size }]}
        onAdd={(files) => {
          upload.reset();
          setFile(files[0]);
        }}
        onRemove={() => setFile(undefined)}
        {...(asked && file === undefined && { error: t('file.missing') })}
      />
      {upload.isPending && <ProgressBar label={t('uploading')} value={progress} />}
      <div>
        <Button busy={upload.isPending} onClick={send}>
          {t('upload.go')}
        </Button>
      </div>
    </Section>
  );
};

const Choice = ({ kinds }: { readonly kinds: readonly ImportableKind[] }) => {
  const t = useRightImportText();
  const read = useLocalized();
  const [chosen, setChosen] = useState<string>();
  const kind = kinds.length === 1 ? kinds[0] : kinds.find((one) => keyOf(one) === chosen);
  if (kinds.length === 0) return <EmptyState title={t('noKinds')}>{t('noKinds.text')}</EmptyState>;
  return (
    <div className="iris-stack iris-stack--loose">
      <Select
        id="right-import-kind"
        label={t('ofKind')}
        options={kinds.map((one) => ({
          value: keyOf(one),
          label: `${read(one.name)} (${read(one.procedureTitle)})`,
        }))}
        value={kind === undefined ? undefined : keyOf(kind)}
        onChange={setChosen}
      />
      {kind !== undefined && (
        <>
          <Columns kind={kind} />
          <Upload key={keyOf(kind)} kind={kind} />
        </>
      )}
    </div>
  );
};

/** Chooses the kind of right, shows what a file of it looks like, and takes one in. */
export const NewRightImportPage = () => {
  const t = useRightImportText();
  const desk = useDeskText();
  return (
    <Page
      title={t('new')}
      lead={t('new.lead')}
      crumbs={[
        { href: '/rights', label: desk('rights.title') },
        { href: '/right-imports', label: t('title') },
      ]}
    >
      <Answered query={useImportableKinds()}>{(kinds) => <Choice kinds={kinds} />}</Answered>
    </Page>
  );
};
