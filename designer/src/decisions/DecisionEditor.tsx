import type { LocalizedText } from '@irisflow/client';
import { addDecision, changeDecision, readEditable, type DecisionChange, type EditableDecision } from '@irisflow/dmn';
import { Button, PageHeading } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { ChoiceBar } from '../app/ChoiceBar.tsx';
import { HistoryTools } from '../app/HistoryTools.tsx';
import { PlainField } from '../app/PlainField.tsx';
import { useHistoryKeys } from '../app/use-history-keys.ts';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { FeelField } from '../feel/FeelField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { useDraftFile, useFileHistory } from '../workspace/draft-context.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { FileFailure } from '../workspace/FileFailure.tsx';
import type { CellWorld } from './CellEditor.tsx';
import { DecisionNeeds } from './DecisionNeeds.tsx';
import { TableEditor } from './TableEditor.tsx';
import { TestTable } from './TestTable.tsx';
import { useCellWorld } from './use-cell-world.ts';
import './decisions.css';

interface PartProps {
  readonly path: string;
  readonly decision: EditableDecision;
  readonly decisions: readonly EditableDecision[];
  readonly world: CellWorld;
  readonly onChange: (change: DecisionChange | readonly DecisionChange[], merge?: string) => void;
}

const Logic = ({
  path,
  decision,
  decisions,
  world,
  onChange,
  matched,
}: PartProps & { readonly matched: ReadonlySet<number> }) => {
  const t = useTexts();
  const { logic } = decision;
  if (logic.kind === 'table')
    return (
      <TableEditor
        path={path}
        decision={decision}
        table={logic}
        decisions={decisions}
        matched={matched}
        onChange={onChange}
        {...world}
      />
    );
  if (logic.kind === 'expression')
    return (
      <FeelField
        label={t('decision.expression')}
        hint={t('decision.expressionHint')}
        value={logic.text}
        knowledge={world.knowledge}
        sample={world.sample}
        onChange={(text) => onChange({ kind: 'expression', text }, 'expression')}
      />
    );
  return (
    <>
      <p>{t('decision.boxed')}</p>
      {logic.kind === 'boxed' && (
        <pre className="decision-boxed" lang="en">
          {logic.text}
        </pre>
      )}
    </>
  );
};

/** What the settings call each decision in the language of the reader, else its name in the file. */
const useDecisionWords = () => {
  const t = useTexts();
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  const settings = reading.ok ? reading.value : null;
  return {
    nameOf: ({ id, name }: EditableDecision): string => settings?.decisions?.[id]?.[t.locale] ?? name,
    namesOf: ({ id, name }: EditableDecision): LocalizedText =>
      settings?.decisions?.[id] ?? { fr: name, nl: name, en: name },
    save: ({ id }: EditableDecision, name: LocalizedText): void => {
      if (settings !== null) change({ ...settings, decisions: { ...settings.decisions, [id]: name } });
    },
  };
};

const DecisionPart = (props: PartProps) => {
  const t = useTexts();
  const { path, decision, decisions, onChange } = props;
  const [matched, setMatched] = useState<ReadonlySet<number>>(new Set());
  const words = useDecisionWords();
  return (
    <>
      <LocalizedField
        label={t('decision.names')}
        hint={t('decision.namesHint')}
        value={words.namesOf(decision)}
        onChange={(name) => words.save(decision, name)}
      />
      <PlainField label={t('decision.name')}>
        <input
          className="iris-input decision-editor__name"
          value={decision.name}
          onChange={(event) => onChange({ kind: 'name', name: event.currentTarget.value }, 'name')}
        />
      </PlainField>
      {decision.description !== '' && <p className="decision-editor__description">{decision.description}</p>}
      <Logic {...props} matched={matched} />
      <DecisionNeeds {...props} />
      <TestTable path={path} decision={decision} decisions={decisions} world={props.world} onMatched={setMatched} />
    </>
  );
};

/** The decisions of a file: tables in words, what they need of each other, what is missing, and their tests. */
export const DecisionEditor = ({ path }: EditorProps) => {
  const t = useTexts();
  const { content } = useDraftFile(path);
  const xml = content ?? '';
  const history = useFileHistory(path);
  // A field has an undo of its own.
  useHistoryKeys(history, { taken: 'input, textarea, select', place: 'document' });
  const file = useMemo(() => readEditable(xml), [xml]);
  const world = useCellWorld(path);
  const { nameOf } = useDecisionWords();
  const [chosen, setChosen] = useState<string>();
  const decisions = file?.decisions ?? [];
  const decision =
    decisions.find(({ id }) => id === chosen) ?? decisions.find(({ logic }) => logic.kind === 'table') ?? decisions[0];
  if (decision === undefined) return <FileFailure path={path} failure={t('decision.unreadable')} />;
  return (
    <div className="editor-page decision-editor">
      <PageHeading
        title={nameOf(decision)}
        lead={t('decision.lead')}
        actions={<HistoryTools history={history} hasKeys />}
      />
      <div className="decision-editor__choice">
        {decisions.length > 1 && (
          <ChoiceBar
            label={t('decision.views')}
            options={decisions.map((one) => ({ value: one.id, text: nameOf(one) }))}
            value={decision.id}
            onChange={setChosen}
          />
        )}
        <Button
          tone="quiet"
          size="small"
          icon="plus"
          onClick={() => {
            const added = addDecision(xml, t('decision.newName'));
            history.push(added.xml);
            if (added.id !== null) setChosen(added.id);
          }}
        >
          {t('decision.add')}
        </Button>
      </div>
      <DecisionPart
        key={decision.id}
        path={path}
        decision={decision}
        decisions={decisions}
        world={world}
        onChange={(changes, merge) => {
          const steps: readonly DecisionChange[] = 'kind' in changes ? [changes] : changes;
          const next = steps.reduce((text, step) => changeDecision(text, decision.id, step), xml);
          history.push(next, merge === undefined ? undefined : `${decision.id} ${merge}`);
        }}
      />
    </div>
  );
};
