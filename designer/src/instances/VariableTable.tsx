import type { InstanceView } from '@irisflow/client';
import { Button, DataTable, Dialog, TextArea, useToast, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';

type Variable = InstanceView['variables'][number];

const pretty = (json: string): string => {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
};

type JsonText = { ok: true; value: unknown } | { ok: false };
const parse = (text: string): JsonText => {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
};

interface EditDialogProps {
  variable: Variable;
  processInstanceKey: string;
  onClose: () => void;
}

const EditDialog = ({ variable, processInstanceKey, onClose }: EditDialogProps) => {
  const t = useTexts();
  const toast = useToast();
  const { setVariables } = useInstanceChanges(processInstanceKey);
  const [text, setText] = useState(() => pretty(variable.value));
  const parsed = parse(text);
  const save = (): void => {
    if (!parsed.ok) return;
    setVariables.mutate(
      { scopeKey: variable.scopeKey, variables: { [variable.name]: parsed.value } },
      {
        onSuccess: () => {
          toast(t('variable.saved', { name: variable.name }));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      wide
      title={t('variable.edit', { name: variable.name })}
      onClose={onClose}
      actions={
        <>
          <Button busy={setVariables.isPending} onClick={save}>
            {t('variable.save')}
          </Button>
          <Button tone="secondary" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('variable.warning')}</p>
      <TextArea
        id="variable-value"
        label={t('variable.value')}
        rows={10}
        value={text}
        onChange={setText}
        error={parsed.ok ? undefined : t('variable.invalid')}
      />
      {setVariables.isError && <Failure error={setVariables.error} />}
    </Dialog>
  );
};

const useColumns = (instance: InstanceView, onEdit: (variable: Variable) => void): Column<Variable>[] => {
  const t = useTexts();
  const columns: Column<Variable>[] = [
    { id: 'name', header: t('variable.name'), cell: (variable) => <code>{variable.name}</code> },
    {
      id: 'value',
      header: t('variable.value'),
      cell: (variable) => <code className="variable-value">{variable.value}</code>,
    },
    { id: 'scope', header: t('variable.scope'), cell: (variable) => variable.scopeElementId },
  ];
  const edit: Column<Variable> = {
    id: 'edit',
    header: t('parameter.actions'),
    cell: (variable) => (
      <Button
        tone="quiet"
        size="small"
        aria-label={t('variable.edit', { name: variable.name })}
        onClick={() => onEdit(variable)}
      >
        {t('variable.editShort')}
      </Button>
    ),
  };
  return instance.state === 'active' ? [...columns, edit] : columns;
};

/** What the instance knows; a running one can be corrected. */
export const VariableTable = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const [edited, setEdited] = useState<Variable | null>(null);
  const columns = useColumns(instance, setEdited);
  return (
    <section aria-label={t('variable.title')}>
      <h2>{t('variable.title')}</h2>
      <DataTable
        caption={t('variable.title')}
        captionHidden
        rows={instance.variables}
        rowKey={(variable) => `${variable.scopeKey} ${variable.name}`}
        columns={columns}
      />
      {edited !== null && (
        <EditDialog
          variable={edited}
          processInstanceKey={instance.processInstanceKey}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  );
};
