import type Modeler from 'bpmn-js/lib/Modeler';
import type { LocalizedText } from '@irisflow/client';
import {
  matterActs,
  settingsPath,
  type MatterAct,
  type ProcedureSettings,
  type ProcedureTask,
} from '../settings/procedure-file.ts';
import { useTaskNames } from '../names/use-name-index.ts';
import { LocalizedField } from '../app/LocalizedField.tsx';
import { useNameChoices } from '../workspace/use-name-choices.ts';
import { sourceOf } from './named/named-parts.ts';
import { NamedPartField } from './named/NamedParts.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { useDraft } from '../workspace/draft-context.ts';
import { useDraftJson } from '../workspace/use-draft-json.ts';
import { kindOfFile, shortName } from '../workspace/file-kinds.ts';
import type { FlowElement } from './modeler/neighbor.ts';
import { BulkChoice } from './BulkChoice.tsx';
import { ChecklistEditor } from './ChecklistEditor.tsx';
import { candidateGroups, setCandidateGroups } from './candidate-groups.ts';

/** A task that is not drawn here: one of a block that the element calls. */
interface CalledTask {
  id: string;
  name: LocalizedText;
  /** The one that it has where the procedure names no other, and whom it keeps from it. */
  form: string;
  separateFromActs: MatterAct[];
}

export interface TaskPanelProps {
  modeler: Modeler;
  element: FlowElement;
  called?: CalledTask;
}

const languages = ['case', 'fr', 'nl'] as const;

const nameEverywhere = (name: string): LocalizedText => ({ fr: name, nl: name, en: name });

const Roles = ({ modeler, element }: TaskPanelProps) => {
  const t = useTexts();
  const groups = useNameChoices('group');
  const chosen = candidateGroups(element);
  if (chosen === null) return <p className="task-panel__note">{t('task.rolesByExpression')}</p>;
  return (
    <fieldset className="task-panel__roles">
      <legend>{t('task.roles')}</legend>
      {groups.map(({ value: role, label }) => (
        <label key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) =>
              setCandidateGroups(
                modeler,
                element,
                event.currentTarget.checked ? [...chosen, role] : chosen.filter((other) => other !== role),
              )
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
};

interface SeparationProps {
  tasks: Readonly<Record<string, ProcedureTask>>;
  /** Of the task. */
  id: string;
  onChange: (separateFrom: string[]) => void;
}

/** Whoever did another task may not do this one. */
const SeparationField = ({ tasks, id, onChange }: SeparationProps) => {
  const t = useTexts();
  const others = Object.keys(tasks).filter((other) => other !== id);
  if (others.length === 0) return null;
  return (
    <label className="task-panel__field">
      <span>{t('task.separateFrom')}</span>
      <select
        value={tasks[id]?.separateFrom?.[0] ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? [] : [event.currentTarget.value])}
      >
        <option value="">{t('task.separateFromNobody')}</option>
        {others.map((other) => (
          <option key={other} value={other}>
            {tasks[other]?.name[t.locale] ?? other}
          </option>
        ))}
      </select>
    </label>
  );
};

interface ActsProps {
  acts: readonly MatterAct[];
  onChange: (separateFromActs: MatterAct[] | undefined) => void;
}

/** Whoever had a hand in the matter otherwise may not do it either, in the case itself or in one that is linked to it. */
const ActsField = ({ acts, onChange }: ActsProps) => {
  const t = useTexts();
  const choose = (act: MatterAct, isChosen: boolean): void => {
    const chosen = matterActs.filter((known) => (known === act ? isChosen : acts.includes(known)));
    onChange(chosen.length === 0 ? undefined : chosen);
  };
  return (
    <fieldset className="task-panel__roles">
      <legend>{t('task.separateFromActs')}</legend>
      {matterActs.map((act) => (
        <label key={act}>
          <input
            type="checkbox"
            checked={acts.includes(act)}
            onChange={(event) => choose(act, event.currentTarget.checked)}
          />
          {t(`task.act.${act}`)}
        </label>
      ))}
      <p className="task-panel__note">{t('task.separateFromActs.help')}</p>
    </fieldset>
  );
};

interface SeparatedProps extends Pick<SeparationProps, 'tasks' | 'id'> {
  save: (part: Partial<ProcedureTask>) => void;
}

/** From whom a task is kept: who did another one, and who did something else in the matter. */
const Separation = ({ tasks, id, save }: SeparatedProps) => (
  <>
    <SeparationField tasks={tasks} id={id} onChange={(separateFrom) => save({ separateFrom })} />
    <ActsField acts={tasks[id]?.separateFromActs ?? []} onChange={(separateFromActs) => save({ separateFromActs })} />
  </>
);

interface LanguageProps {
  language: ProcedureTask['language'];
  onChange: (language: ProcedureTask['language']) => void;
}

/** In which language whoever does the task has to work. */
const LanguageField = ({ language, onChange }: LanguageProps) => {
  const t = useTexts();
  return (
    <label className="task-panel__field">
      <span>{t('task.language')}</span>
      <select
        value={language ?? ''}
        onChange={(event) => onChange(languages.find((known) => known === event.currentTarget.value))}
      >
        <option value="">{t('task.language.any')}</option>
        {languages.map((known) => (
          <option key={known} value={known}>
            {t(`task.language.${known}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

/** What a block says of its task, where the procedure says nothing. */
const brought = (called: CalledTask | undefined): ProcedureSettings['tasks'] => {
  if (called === undefined) return {};
  const { id, name, form, separateFromActs } = called;
  return { [id]: { name, form, separateFrom: [], separateFromActs } };
};

interface FormFieldProps {
  form: string | undefined;
  /** That of the block which brings the task. */
  ofBlock: string | undefined;
  onChange: (form: string) => void;
}

const FormField = ({ form, ofBlock, onChange }: FormFieldProps) => {
  const t = useTexts();
  const own = useNameChoices('form');
  const isGone = form !== undefined && form !== ofBlock && own.every(({ value }) => value !== form);
  return (
    <label className="task-panel__field">
      <span>{t('task.form')}</span>
      <select
        value={form ?? ''}
        aria-invalid={isGone || undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {isGone && <option value={form}>{t('name.gone', { name: form })}</option>}
        <option value="" disabled>
          {t('task.noForm')}
        </option>
        {ofBlock !== undefined && <option value={ofBlock}>{t('task.formOfBlock')}</option>}
        {own.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {isGone && <span className="task-panel__error">{t('name.goneHint', { name: form })}</span>}
    </label>
  );
};

interface WithFormProps {
  /** Of the task. */
  id: string;
  task: ProcedureTask | undefined;
  /** Keys of the forms of the procedure. */
  own: readonly string[];
  save: (part: Partial<ProcedureTask>) => void;
}

/** What is said of the answers of a form that the procedure itself has. */
const WithForm = ({ id, task, own, save }: WithFormProps) => {
  const knowledge = useTaskNames(id);
  if (task?.form === undefined || !own.includes(task.form)) return null;
  return (
    <>
      <ChecklistEditor task={task} knowledge={knowledge} onChange={(checklist) => save({ checklist })} />
      <BulkChoice task={task} onChange={(bulk) => save({ bulk })} />
    </>
  );
};

interface SigningProps {
  task: ProcedureTask;
  save: (part: Partial<ProcedureTask>) => void;
}

const isWritten = (text: LocalizedText): boolean => Object.values(text).some((line) => line.trim() !== '');

/** The letter that follows a decision, and in which capacity who decides signs it. */
const Signing = ({ task, save }: SigningProps) => {
  const t = useTexts();
  return (
    <>
      <NamedPartField
        part={{ input: 'letter', kind: 'letter', label: t('task.letter'), source: task.letter ?? '' }}
        onChoose={(letter) => save({ letter: letter === '' ? undefined : sourceOf(letter) })}
      />
      {(task.letter !== undefined || task.capacity !== undefined) && (
        <LocalizedField
          label={t('task.capacity')}
          hint={t('task.capacityHint')}
          value={task.capacity}
          onChange={(capacity) => save({ capacity: isWritten(capacity) ? capacity : undefined })}
        />
      )}
    </>
  );
};

/** Who handles a user task and with which form: what the procedure adds to the diagram. */
export const TaskPanel = ({ modeler, element, called }: TaskPanelProps) => {
  const t = useTexts();
  const { state } = useDraft();
  const { reading, change } = useDraftJson<ProcedureSettings>(settingsPath);
  if (!reading.ok) return null;
  const settings = reading.value;
  const tasks = { ...brought(called), ...settings.tasks };
  const id = called?.id ?? element.id;
  const task = tasks[id];
  const title = called?.name[t.locale] ?? t('task.title');
  const own = [...state.files.keys()].filter((path) => kindOfFile(path) === 'form').map(shortName);

  const save = (part: Partial<ProcedureTask>): void => {
    const known = task ?? { name: nameEverywhere(element.businessObject.name ?? id), separateFrom: [] };
    change({ ...settings, tasks: { ...settings.tasks, [id]: { ...known, ...part } } });
  };

  return (
    <section className="task-panel" aria-label={title}>
      <h2 className="panel-title">{title}</h2>
      <FormField form={task?.form} ofBlock={called?.form} onChange={(form) => save({ form })} />
      {called === undefined && <Roles modeler={modeler} element={element} />}
      <Separation tasks={tasks} id={id} save={save} />
      {task !== undefined && <Signing task={task} save={save} />}
      <LanguageField language={task?.language} onChange={(language) => save({ language })} />
      <WithForm id={id} task={task} own={own} save={save} />
    </section>
  );
};
