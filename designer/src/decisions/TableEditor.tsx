import {
  analyzeTable,
  type DecisionChange,
  type EditableDecision,
  type EditableTable,
  type TableAnalysis,
} from '@irisflow/dmn';
import { todayInBrussels } from '@irisflow/renderer';
import { Button } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { NamePicker } from '../conditions/NamePicker.tsx';
import { useRequirements } from '../names/use-name-index.ts';
import { parametersAt } from '../play/sample-variables.ts';
import { parametersPath } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import type { CellWorld } from './CellEditor.tsx';
import {
  allowedIn,
  expressionOf,
  freeName,
  shownInputs,
  shownOutputs,
  typeRefOf,
  type ShownColumn,
} from './columns.ts';
import { PolicyField } from './PolicyField.tsx';
import { TableFindings } from './TableFindings.tsx';
import { TableGrid, type TableGridProps } from './TableGrid.tsx';

/** What a table leaves out, with the amounts of today; null while the file cannot be read. */
const useAnalysis = (path: string, decisionId: string, columns: readonly ShownColumn[]): TableAnalysis | null => {
  const { files } = useDraft().state;
  const parameters = files.get(parametersPath);
  const requirements = useRequirements(path);
  const [now] = useState(() => new Date());
  return useMemo(() => {
    const logic = requirements?.decisions.find(({ id }) => id === decisionId)?.logic;
    if (logic?.kind !== 'decision-table') return null;
    const amounts = parametersAt(parameters, todayInBrussels(now));
    return analyzeTable(logic, {
      context: { variable: (name) => (name === 'parameters' ? amounts : undefined), now: now.getTime() },
      allowed: columns.filter(({ side }) => side === 'input').map(allowedIn),
    });
  }, [requirements, decisionId, parameters, columns, now]);
};

export interface TableEditorProps extends CellWorld {
  readonly path: string;
  readonly decision: EditableDecision;
  readonly decisions: readonly EditableDecision[];
  readonly table: EditableTable;
  readonly matched: ReadonlySet<number>;
  readonly onChange: TableGridProps['onChange'];
}

interface AddProps extends TableEditorProps {
  readonly columns: readonly ShownColumn[];
}

/** A condition is chosen by its name; the answer of another decision of the file is needed from then on. */
const AddColumns = ({ decisions, decision, table, names, onChange }: AddProps) => {
  const t = useTexts();
  const addInput = (chosen: string): void => {
    const name = names.find((one) => one.name === chosen);
    if (name === undefined) return;
    const needed = decisions.find(({ id, variable }) => id !== decision.id && variable === name.name.split('.')[0]);
    const column = { label: name.label, expression: expressionOf(name), typeRef: typeRefOf(name.type), allowed: '' };
    const need: readonly DecisionChange[] =
      needed === undefined ? [] : [{ kind: 'require', id: needed.id, isRequired: true }];
    onChange([{ kind: 'addInput', column }, ...need]);
  };
  const addOutput = (): void => {
    const name = freeName(
      table.outputs.map((output) => output.name),
      'result',
    );
    onChange({ kind: 'addOutput', column: { label: t('decision.newResult'), name, typeRef: 'string', allowed: '' } });
  };
  return (
    <div className="decision-tools">
      <Button
        tone="secondary"
        size="small"
        icon="plus"
        onClick={() => onChange({ kind: 'addRule', at: table.rules.length })}
      >
        {t('decision.addRule')}
      </Button>
      <div className="plain-field">
        <span className="plain-field__label">{t('decision.addCondition')}</span>
        <NamePicker name="" label={t('decision.addCondition')} names={names} onChange={addInput} />
      </div>
      <Button tone="secondary" size="small" icon="plus" onClick={addOutput}>
        {t('decision.addResult')}
      </Button>
    </div>
  );
};

/** One table: its policy, its rules, and what they leave out. */
export const TableEditor = (props: TableEditorProps) => {
  const { path, decision, table, names, onChange } = props;
  const columns = useMemo(() => [...shownInputs(table, names), ...shownOutputs(table)], [table, names]);
  const analysis = useAnalysis(path, decision.id, columns);
  return (
    <>
      <PolicyField table={table} onChange={onChange} />
      <TableGrid name={decision.name} decisionId={decision.id} columns={columns} {...props} />
      <AddColumns columns={columns} {...props} />
      {analysis !== null && (
        <TableFindings table={table} columns={columns} names={names} analysis={analysis} onChange={onChange} />
      )}
    </>
  );
};
