import type { Locale } from '@irisflow/client';
import type { PlayedScript, Scenario, Values } from '@irisflow/scenarios';
import type { FormData } from '@irisflow/forms';
import { Button, Select } from '@irisflow/ui';
import { useState } from 'react';
import { DayInput } from '../app/DayInput.tsx';
import { PlainField } from '../app/PlainField.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { parametersPath } from '../settings/procedure-file.ts';
import { PlayedForm } from './PlayedForm.tsx';
import { termsAtSubmission, type ProcedureFacts } from './procedure-facts.ts';
import { sampleVariables } from './sample-variables.ts';

export interface StartPanelProps {
  readonly facts: ProcedureFacts;
  readonly locale: Locale;
  readonly onBegin: (script: PlayedScript) => void;
}

const today = (): string => new Date().toISOString().slice(0, 10);

const objectOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};

/** The script of a scenario: everything that it gives and its connectors answer, and nobody has acted yet. */
const scriptOf = ({ process, begins, given, answers }: Scenario, facts: ProcedureFacts): PlayedScript => ({
  start: {
    given,
    ...(process === undefined ? {} : { process }),
    ...(begins === undefined ? {} : { begins }),
  },
  acts: [],
  answers,
  asked: [],
  terms: facts.terms,
});

interface FilledProps extends StartPanelProps {
  readonly example: Scenario | undefined;
}

/** The application as the citizen fills it in; a scenario may fill it beforehand. */
const Application = ({ facts, locale, example, onBegin }: FilledProps) => {
  const t = useTexts();
  const { draft, files } = useDraft().state;
  const [day, setDay] = useState(today);
  const form = facts.forms.get('application');
  const begin = (application: FormData): void => {
    const given = sampleVariables({
      procedureKey: draft.key,
      language: locale,
      day,
      parameters: files.get(parametersPath),
      terms: termsAtSubmission(facts.terms),
      application,
    });
    const known = example === undefined ? given : { ...given, ...example.given, application, language: locale };
    const script = { start: { given: { ...known, submittedOn: day, parameters: given['parameters'] } } };
    onBegin({ ...script, acts: [], answers: example?.answers ?? {}, asked: [], terms: facts.terms });
  };
  const start = objectOf(example?.given['application']);
  return (
    <>
      <PlainField label={t('play.day')}>
        <DayInput label={t('play.day')} presence="required" value={day} onChange={(next) => setDay(next ?? day)} />
      </PlainField>
      {form === undefined ? (
        <Button onClick={() => begin({})}>{t('play.begin')}</Button>
      ) : (
        <PlayedForm
          key={`${locale} ${example?.title ?? ''}`}
          form={form}
          reader="applicant"
          locale={locale}
          start={start}
          today={day}
          onSubmit={begin}
        />
      )}
    </>
  );
};

/** Where a played case begins: the application, filled in by hand or as in a scenario. */
export const StartPanel = (props: StartPanelProps) => {
  const t = useTexts();
  const { facts, onBegin } = props;
  const [path, setPath] = useState<string>();
  const readable = facts.scenarios.flatMap(({ path: file, scenario }) =>
    scenario === null ? [] : [{ file, scenario }],
  );
  const example = readable.find(({ file }) => file === path)?.scenario;
  // What begins with a message, as the life of a right does, has no application.
  const isApplied = example === undefined || (example.begins === undefined && example.process === undefined);
  return (
    <div className="iris-stack iris-stack--tight">
      <h2>{t('play.application')}</h2>
      {readable.length > 0 && (
        <Select
          id="play-example"
          label={t('play.asIn')}
          hint={t('play.asInHint')}
          optional
          value={path}
          placeholder={t('play.byHand')}
          options={readable.map(({ file, scenario }) => ({ value: file, label: scenario.title }))}
          onChange={setPath}
        />
      )}
      {example !== undefined && (
        <p>
          <Button tone="secondary" onClick={() => onBegin(scriptOf(example, facts))}>
            {t('play.beginAs')}
          </Button>
        </p>
      )}
      {isApplied && <Application {...props} example={example} />}
    </div>
  );
};
