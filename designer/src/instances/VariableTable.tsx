import type { InstanceView, VariableView } from '@irisflow/client';
import { exactText, parseVariable } from '@irisflow/feel';
import { Button, DataTable, TextArea, useToast, type Column } from '@irisflow/ui';
import { useState } from 'react';
import { useInstanceChanges } from '../api/instances.ts';
import { Failure } from '../app/Failure.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { GuardedDialog } from './GuardedDialog.tsx';
import { JustificationFields } from './JustificationFields.tsx';
import { MaskedValue } from './MaskedValue.tsx';
import { useJustification } from './use-justification.ts';
import { useMayCorrect } from './use-may-correct.ts';

type Variable = VariableView & { readonly value: string };

/** Numbers that a browser would round stay as they are written. */
const pretty = (json: string): string => {
  try {
    return exactText(parseVariable(json)) === null ? JSON.stringify(JSON.parse(json), null, 2) : json;
  } catch {
    return json;
  }
};

type JsonText = { ok: true; value: unknown } | { ok: false; problem: 'variable.invalid' | 'variable.digits' };
const parse = (text: string): JsonText => {
  try {
    const value = parseVariable(text);
    return exactText(value) === null ? { ok: true, value } : { ok: false, problem: 'variable.digits' };
  } catch {
    return { ok: false, problem: 'variable.invalid' };
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
  const { input, check, isTouched } = useJustification();
  const before = pretty(variable.value);
  const [text, setText] = useState(before);
  const parsed = parse(text);
  const save = (): void => {
    const justification = check();
    if (!parsed.ok || justification === null) return;
    setVariables.mutate(
      { ...justification, scopeKey: variable.scopeKey, variables: { [variable.name]: parsed.value } },
      {
        onSuccess: () => {
          toast(t('variable.saved', { name: variable.name }));
          onClose();
        },
      },
    );
  };
  return (
    <GuardedDialog
      wide
      title={t('variable.edit', { name: variable.name })}
      isTouched={isTouched || text !== before}
      keep={t('dialog.cancel')}
      onClose={onClose}
      actions={
        <Button busy={setVariables.isPending} onClick={save}>
          {t('variable.save')}
        </Button>
      }
    >
      <p>{t('variable.warning')}</p>
      <TextArea
        id="variable-value"
        label={t('variable.value')}
        rows={10}
        value={text}
        onChange={setText}
        error={parsed.ok ? undefined : t(parsed.problem)}
      />
      <JustificationFields input={input} />
      {setVariables.isError && <Failure error={setVariables.error} />}
    </GuardedDialog>
  );
};

const isReadable = (variable: VariableView): variable is Variable => variable.value !== null;

const useColumns = (instance: InstanceView, onEdit: (variable: Variable) => void): Column<VariableView>[] => {
  const t = useTexts();
  const mayCorrect = useMayCorrect();
  const columns: Column<VariableView>[] = [
    { id: 'name', header: t('variable.name'), cell: ({ name }) => <code>{name}</code> },
    {
      id: 'value',
      header: t('variable.value'),
      cell: ({ value, shape }) =>
        value === null ? <MaskedValue shape={shape} /> : <code className="variable-value">{value}</code>,
    },
    { id: 'scope', header: t('variable.scope'), cell: (variable) => variable.scopeElementId },
  ];
  const edit: Column<VariableView> = {
    id: 'edit',
    header: t('parameter.actions'),
    // What cannot be read cannot be corrected: whoever writes blind would lose what was there.
    cell: (variable) =>
      isReadable(variable) && (
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
  return instance.state === 'active' && mayCorrect ? [...columns, edit] : columns;
};

/** What the instance knows; who may read it may correct it while it runs. */
export const VariableTable = ({ instance }: { instance: InstanceView }) => {
  const t = useTexts();
  const [edited, setEdited] = useState<Variable | null>(null);
  const columns = useColumns(instance, setEdited);
  // Masked names are all alike: the place in the list tells them apart.
  const keys = new Map(instance.variables.map((variable, index) => [variable, `${variable.scopeKey} ${index}`]));
  return (
    <section aria-label={t('variable.title')}>
      <h2>{t('variable.title')}</h2>
      <DataTable
        caption={t('variable.title')}
        captionHidden
        rows={instance.variables}
        rowKey={(variable) => keys.get(variable) ?? variable.name}
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
