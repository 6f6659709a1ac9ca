import type Modeler from 'bpmn-js/lib/Modeler';
import { useId } from 'react';
import { useElementTemplates } from '../../api/procedures.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { NameChoice } from '../../workspace/name-choices.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { useRevision } from '../use-revision.ts';
import { constantOf, namedParts, type NamedPart, type ReadTemplate } from './named-parts.ts';
import { usePartChoices } from './use-part-choices.ts';
import { writePart } from './write-part.ts';

export interface NamedPartFieldProps {
  readonly part: NamedPart;
  readonly onChoose: (name: string) => void;
}

/** What an option stands for that no name can be: the expression that is there. */
const COUNTED = ' ';

/** What a part names now: nothing, a name that may be gone, or null for what a formula says. */
const readPart = ({ kind, source }: NamedPart, choices: readonly NameChoice[] | null) => {
  const name = kind === 'decision' || kind === 'process' ? source : constantOf(source);
  const isSaid = name !== null && name !== '';
  return {
    name,
    gone: isSaid && choices !== null && choices.every(({ value }) => value !== name) ? name : null,
    // Where nobody knows what there is, what is said stays.
    choices: choices ?? (isSaid ? [{ value: name, label: name }] : []),
  };
};

interface NoteProps {
  readonly id: string;
  readonly source: string;
  readonly gone: string | null;
}

const Note = ({ id, source, gone }: NoteProps) => {
  const t = useTexts();
  return gone === null ? (
    <p id={id} className="task-panel__note">
      {t('part.countedHint')} <code>{source}</code>
    </p>
  ) : (
    <p id={id} className="task-panel__error">
      {t('name.goneHint', { name: gone })}
    </p>
  );
};

/** One name out of those that there are; a counted one is shown as it stands, one that is gone as an error. */
export const NamedPartField = ({ part, onChoose }: NamedPartFieldProps) => {
  const t = useTexts();
  const id = useId();
  const { name, gone, choices } = readPart(part, usePartChoices(part.kind));
  const isNoted = gone !== null || name === null;
  return (
    <div className="task-panel__field">
      <label htmlFor={id}>{part.label ?? t(`part.${part.kind}`)}</label>
      <select
        id={id}
        value={name ?? COUNTED}
        aria-invalid={gone !== null || undefined}
        aria-describedby={isNoted ? `${id}-note` : undefined}
        onChange={(event) => {
          if (event.currentTarget.value !== COUNTED) onChoose(event.currentTarget.value);
        }}
      >
        <option value="">{t('part.none')}</option>
        {name === null && <option value={COUNTED}>{t('part.counted')}</option>}
        {gone !== null && <option value={gone}>{t('name.gone', { name: gone })}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {isNoted && <Note id={`${id}-note`} source={part.source} gone={gone} />}
    </div>
  );
};

/** What a step names: its letter, its term, its decision. Chosen by title, never typed. */
export const NamedParts = ({ modeler, element }: { modeler: Modeler; element: FlowElement }) => {
  const t = useTexts();
  const { data: templates = [] } = useElementTemplates(t.locale);
  const revision = useRevision(modeler);
  // The model changes in place; its revision says when to read it again.
  const parts = revision < 0 ? [] : namedParts(element, templates as readonly ReadTemplate[]);
  if (parts.length === 0) return null;
  return (
    <section className="task-panel" aria-label={t('part.title')}>
      <h2 className="panel-title">{t('part.title')}</h2>
      {parts.map((part) => (
        <NamedPartField key={part.input} part={part} onChoose={(name) => writePart(modeler, element, part, name)} />
      ))}
    </section>
  );
};
