import type { LocalizedText } from '@irisflow/client';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { settingsPath, type ProcedureSettings } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import type { FlowElement } from './modeler/neighbor.ts';

/** Steps and flows that clerks read about, and whose lanes they are in; notes on the drawing have one language. */
const isRead = ({ type }: FlowElement): boolean =>
  /Task$|Event$|Activity$|Gateway$|SubProcess$|SequenceFlow$|Lane$|Participant$/.test(type);

const drawnName = ({ businessObject }: FlowElement): LocalizedText => {
  const name = businessObject.name ?? '';
  return { fr: name, nl: name, en: name };
};

/** What a step or a flow is called in each language: a drawing has room for one. */
export const ElementName = ({ element }: { element: FlowElement }) => {
  const t = useTexts();
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  if (!reading.ok || !isRead(element)) return null;
  const settings = reading.value;
  const task = settings.tasks?.[element.id];
  const isTask = element.type === 'bpmn:UserTask';
  // A user task gets its name with its form.
  if (isTask && task === undefined) return null;
  const save = (name: LocalizedText): void =>
    change(
      task === undefined
        ? { ...settings, elements: { ...settings.elements, [element.id]: name } }
        : { ...settings, tasks: { ...settings.tasks, [element.id]: { ...task, name } } },
    );
  return (
    <section className="task-panel" aria-label={t('element.name')}>
      <LocalizedField
        label={t('element.name')}
        hint={t('element.nameHint')}
        value={task?.name ?? settings.elements?.[element.id] ?? drawnName(element)}
        onChange={save}
      />
    </section>
  );
};
