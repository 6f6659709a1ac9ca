import type { ConnectorPage } from '@irisflow/client';
import type { ConnectorAnswer, Scenario } from '@irisflow/scenarios';
import { parseBpmn } from '@irisflow/bpmn';
import { Button } from '@irisflow/ui';
import { useMemo } from 'react';
import { useConnectorPages } from '../api/connectors.ts';
import { ToolButton } from '../app/ToolButton.tsx';
import { AnswerFields, OutcomeChoice } from '../play/AnswerFields.tsx';
import type { ProcedureFacts } from '../play/procedure-facts.ts';
import type { NameOf } from '../play/use-facts.ts';
import { blankOf, type ValueSchema } from '../play/value-shape.ts';
import { useTexts } from '../texts/use-texts.ts';
import { removed, replaced } from './edit-list.ts';
import { ElementPicker } from './ElementPicker.tsx';

export interface AnswersEditorProps {
  readonly answers: Scenario['answers'];
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
  readonly onChange: (answers: Scenario['answers']) => void;
}

type Answers = Scenario['answers'][string];

const listOf = (answers: Answers): readonly ConnectorAnswer[] =>
  Array.isArray(answers) ? (answers as readonly ConnectorAnswer[]) : [answers as ConnectorAnswer];

/** One answer stays alone: a list says that they differ from time to time. */
const writtenAs = (list: readonly ConnectorAnswer[]): Answers => (list.length === 1 && list[0] ? list[0] : list);

/** The connector of each step that asks one, where its name is not computed. */
const connectorsOf = ({ playable }: ProcedureFacts): ReadonlyMap<string, string> =>
  new Map(
    playable.resources
      .filter(({ name }) => name.endsWith('.bpmn'))
      .flatMap(({ text }) => {
        const parsed = parseBpmn(text);
        return parsed.ok ? parsed.processes.flatMap(({ elements }) => elements) : [];
      })
      .flatMap((element): [string, string][] => {
        if (!('work' in element) || element.work.kind !== 'job') return [];
        const { type } = element.work.job;
        return [[element.id, type.kind === 'literal' ? type.text : '']];
      }),
  );

interface OneProps {
  readonly name: string;
  readonly list: readonly ConnectorAnswer[];
  readonly page: ConnectorPage | undefined;
  readonly onChange: (list: readonly ConnectorAnswer[]) => void;
}

/** What one step is answered, one time after the other. */
const Answered = ({ name, list, page, onChange }: OneProps) => {
  const t = useTexts();
  const schema = (page?.output ?? undefined) as ValueSchema | undefined;
  return (
    <details className="scenario-step">
      <summary>{t('scenario.answersOf', { name, count: list.length })}</summary>
      {list.map((answer, index) => (
        // Times follow each other and have nothing else to be known by.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="value-group">
          <div className="scenario-step__head">
            <h3>{t('scenario.time', { number: index + 1 })}</h3>
            <ToolButton
              icon="trash"
              label={t('scenario.removeTime', { number: index + 1, name })}
              onClick={() => onChange(removed(list, index))}
            />
          </div>
          <OutcomeChoice
            errors={page?.errors ?? []}
            answer={answer}
            onChange={(code) =>
              onChange(replaced(list, index, code === '' ? { output: blankOf(schema) ?? {} } : { error: code }))
            }
          />
          <AnswerFields schema={schema} answer={answer} onChange={(next) => onChange(replaced(list, index, next))} />
        </div>
      ))}
      <div>
        <Button
          tone="quiet"
          size="small"
          onClick={() => onChange([...list, list.at(-1) ?? { output: blankOf(schema) ?? {} }])}
        >
          {t('scenario.addTime')}
        </Button>
      </div>
    </details>
  );
};

/** What sources and systems answer in a scenario, by the steps that ask them. */
export const AnswersEditor = ({ answers, facts, nameOf, onChange }: AnswersEditorProps) => {
  const t = useTexts();
  const { data: pages = [] } = useConnectorPages(t.locale);
  const connectors = useMemo(() => connectorsOf(facts), [facts]);
  const change = (id: string, list: readonly ConnectorAnswer[]): void =>
    onChange(
      list.length === 0
        ? Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id))
        : { ...answers, [id]: writtenAs(list) },
    );
  const others = [...connectors.keys()].filter((id) => !Object.hasOwn(answers, id));
  return (
    <>
      {Object.entries(answers).map(([id, given]) => (
        <Answered
          key={id}
          name={nameOf(id)}
          list={listOf(given)}
          page={pages.find(({ type }) => type === connectors.get(id))}
          onChange={(list) => change(id, list)}
        />
      ))}
      <ElementPicker
        label={t('scenario.addAnswer')}
        ids={others}
        nameOf={nameOf}
        value={undefined}
        onChange={(id) => {
          const page = pages.find(({ type }) => type === connectors.get(id));
          change(id, [{ output: blankOf(page?.output ?? undefined) ?? {} }]);
        }}
      />
    </>
  );
};
