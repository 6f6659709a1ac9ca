import { compileForm, formText, parseForm, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { useMemo } from 'react';
import type { ProcedureTask } from '../settings/procedure-file.ts';
import { useTexts } from '../texts/use-texts.ts';
import { useDraftFile } from '../workspace/draft-context.ts';

/** A form of the draft, once it can be read. */
const useForm = (key: string | undefined): CompiledForm | undefined => {
  const { content } = useDraftFile(`${key ?? ''}.form.json`);
  return useMemo(() => {
    const parsed = content === null ? undefined : parseForm(content);
    return parsed?.ok === true ? compileForm(parsed.form) : undefined;
  }, [content]);
};

const isAnswered = ({ schema, options, widget }: CompiledControl): boolean =>
  schema.readOnly !== true && options.calc === undefined && widget !== 'file';

interface FieldChoiceProps {
  readonly form: CompiledForm;
  readonly controls: readonly CompiledControl[];
  readonly chosen: readonly string[];
  readonly legend: string;
  readonly onChange: (chosen: string[]) => void;
}

const FieldChoice = ({ form, controls, chosen, legend, onChange }: FieldChoiceProps) => {
  const t = useTexts();
  const tick = (pointer: string, isTicked: boolean): void => {
    const others = chosen.filter((field) => field !== pointer);
    onChange(isTicked ? [...others, pointer] : others);
  };
  return (
    <fieldset className="task-panel__roles">
      <legend>{legend}</legend>
      {controls.map(({ pointer, i18n }) => (
        <label key={pointer}>
          <input
            type="checkbox"
            checked={chosen.includes(pointer)}
            onChange={(event) => tick(pointer, event.currentTarget.checked)}
          />
          {formText(form.form, t.locale, `${i18n}.label`)}
        </label>
      ))}
    </fieldset>
  );
};

export interface BulkChoiceProps {
  readonly task: ProcedureTask;
  readonly onChange: (bulk: ProcedureTask['bulk']) => void;
}

/** Whether a task may be decided for many cases at once, which questions are answered once for all, and what is shown of each. */
export const BulkChoice = ({ task, onChange }: BulkChoiceProps) => {
  const t = useTexts();
  const form = useForm(task.form);
  const { bulk } = task;
  return (
    <>
      <fieldset className="task-panel__roles">
        <legend>{t('task.bulk')}</legend>
        <label>
          <input
            type="checkbox"
            checked={bulk !== undefined}
            onChange={(event) => onChange(event.currentTarget.checked ? { fields: [], shown: [] } : undefined)}
          />
          {t('task.bulk.offered')}
        </label>
      </fieldset>
      {bulk !== undefined && form !== undefined && (
        <>
          <FieldChoice
            form={form}
            controls={form.controls.filter(isAnswered)}
            chosen={bulk.fields}
            legend={t('task.bulk.fields')}
            onChange={(fields) => onChange({ ...bulk, fields })}
          />
          <FieldChoice
            form={form}
            controls={form.controls}
            chosen={bulk.shown ?? []}
            legend={t('task.bulk.shown')}
            onChange={(shown) => onChange({ ...bulk, shown })}
          />
        </>
      )}
    </>
  );
};
