import type { PlayAct, PlayedTerm, Values, Waiting } from '@irisflow/scenarios';
import { Button, Select } from '@irisflow/ui';
import { useState, type SubmitEvent } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { KnownPicker } from './KnownPicker.tsx';
import { knownMessages } from './known-answers.ts';
import { messageText, sampleMessage, termMessage } from './message-words.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { NameOf } from './use-facts.ts';
import { GroupFields } from './ValueFields.tsx';

export type Arrival = Extract<Waiting, { kind: 'message' | 'signal' }>;

export interface ArrivalCardProps {
  readonly arrivals: readonly Arrival[];
  readonly terms: readonly PlayedTerm[];
  readonly facts: ProcedureFacts;
  readonly nameOf: NameOf;
  /** `YYYY-MM-DD` on the clock of the case. */
  readonly day: string;
  readonly onTake: (act: PlayAct) => void;
}

const startOf = (arrival: Arrival, { facts, terms, day }: ArrivalCardProps): Values => {
  const [example] = knownMessages(facts, arrival.name);
  if (arrival.kind === 'signal') return example?.value ?? {};
  const term = terms.find(({ id }) => id === arrival.correlationKey);
  if (term !== undefined && arrival.name.startsWith('term.')) return termMessage(term);
  return example?.value ?? sampleMessage(arrival.name, arrival.correlationKey, day);
};

const stepOf = (arrival: Arrival, values: Values): PlayAct => ({
  kind: 'step',
  step:
    arrival.kind === 'signal'
      ? { broadcast: arrival.name, with: values }
      : { publish: arrival.name, key: arrival.correlationKey, with: values },
});

const Content = ({ arrival, ...props }: ArrivalCardProps & { readonly arrival: Arrival }) => {
  const t = useTexts();
  const [values, setValues] = useState<Values>(() => startOf(arrival, props));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    props.onTake(stepOf(arrival, values));
  };
  return (
    <form className="iris-stack iris-stack--tight" noValidate onSubmit={submit}>
      <KnownPicker known={knownMessages(props.facts, arrival.name)} onPick={setValues} />
      <GroupFields value={values} onChange={setValues} />
      <div>
        <Button type="submit" tone="secondary">
          {t('play.letArrive')}
        </Button>
      </div>
    </form>
  );
};

/** What may come from outside: chosen from what the case listens for, with what it brings along. */
export const ArrivalCard = (props: ArrivalCardProps) => {
  const t = useTexts();
  const { arrivals, nameOf } = props;
  const [key, setKey] = useState<string>();
  const chosen = arrivals.find((arrival) => arrival.key === key);
  const label = ({ name, elementId }: Arrival): string => {
    const known = messageText(name);
    return t('play.arrivalAt', { message: known === null ? name : t(known), element: nameOf(elementId) });
  };
  return (
    <div className="iris-stack iris-stack--tight">
      <Select
        id="play-arrival"
        label={t('play.arrival')}
        optional
        value={chosen?.key}
        options={arrivals.map((arrival) => ({ value: arrival.key, label: label(arrival) }))}
        onChange={setKey}
      />
      {chosen !== undefined && <Content key={chosen.key} {...props} arrival={chosen} />}
    </div>
  );
};
