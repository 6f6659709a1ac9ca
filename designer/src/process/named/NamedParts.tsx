import type Modeler from 'bpmn-js/lib/Modeler';
import { useId } from 'react';
import { useElementTemplates } from '../../api/procedures.ts';
import { useTexts } from '../../texts/use-texts.ts';
import type { FlowElement } from '../modeler/neighbor.ts';
import { useRevision } from '../use-revision.ts';
import { constantOf, namedParts, type NamedPart, type ReadTemplate } from './named-parts.ts';
import { usePartChoices } from './use-part-choices.ts';
import { writePart } from './write-part.ts';

interface PartProps {
  readonly part: NamedPart;
  readonly onChoose: (name: string) => void;
}

/** What an option stands for that no name can be: the expression that is there. */
const COUNTED = ' ';

/** One name out of those that there are; a counted one is shown as it stands, one that is gone as an error. */
const Part = ({ part, onChoose }: PartProps) => {
  const t = useTexts();
  const id = useId();
  const choices = usePartChoices(part.kind);
  const isPlain = part.kind === 'decision' || part.kind === 'process';
  const name = isPlain ? part.source : constantOf(part.source);
  const isGone = name !== null && name !== '' && choices !== null && choices.every(({ value }) => value !== name);
  // Where nobody knows what there is, what is said stays.
  const unknown = choices === null && name !== null && name !== '' ? [{ value: name, label: name }] : [];
  return (
    <div className="task-panel__field">
      <label htmlFor={id}>{part.label ?? t(`part.${part.kind}`)}</label>
      <select
        id={id}
        value={name ?? COUNTED}
        aria-invalid={isGone || undefined}
        aria-describedby={isGone || name === null ? `${id}-note` : undefined}
        onChange={(event) => {
          if (event.currentTarget.value !== COUNTED) onChoose(event.currentTarget.value);
        }}
      >
        <option value="">{t('part.none')}</option>
        {name === null && <option value={COUNTED}>{t('part.counted')}</option>}
        {isGone && <option value={name}>{t('name.gone', { name })}</option>}
        {[...unknown, ...(choices ?? [])].map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {isGone && (
        <p id={`${id}-note`} className="task-panel__error">
          {t('name.goneHint', { name })}
        </p>
      )}
      {name === null && (
        <p id={`${id}-note`} className="task-panel__note">
          {t('part.countedHint')} <code>{part.source}</code>
        </p>
      )}
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
        <Part key={part.input} part={part} onChoose={(name) => writePart(modeler, element, part, name)} />
      ))}
    </section>
  );
};
