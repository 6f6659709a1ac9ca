import type { ControlElement, LabelElement } from '@irisflow/forms';
import { useTexts } from '../../texts/use-texts.ts';
import { audienceOf, setAudience } from '../edit/bindings.ts';
import { asksChoice } from '../edit/field-codes.ts';
import { setTexts, textsAt } from '../edit/texts.ts';
import { findPlace, tableAround, updateElement, type Element } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { AnswerPart } from './AnswerPart.tsx';
import { CalculationPart } from './CalculationPart.tsx';
import { ChoicesPart } from './ChoicesPart.tsx';
import { CodesPart } from './CodesPart.tsx';
import { Pick, Section, Words } from './controls.tsx';
import { FieldVariable } from './FieldVariable.tsx';
import { FilesPart } from './FilesPart.tsx';
import { FormPart } from './FormPart.tsx';
import { GeneralPart } from './GeneralPart.tsx';
import { LookPart } from './LookPart.tsx';
import { MessagesPart } from './MessagesPart.tsx';
import { PrefillPart, useAskedAgain } from './PrefillPart.tsx';
import { RestrictionFields } from './RestrictionFields.tsx';
import { RowsPart } from './RowsPart.tsx';
import { RequiredWhenPart, RulePart } from './RulesPart.tsx';

const AudiencePart = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  return (
    <Pick
      label={t('forms.audience')}
      hint={t('forms.audience.hint')}
      value={audienceOf(form, control.scope) ?? 'everyone'}
      options={(['everyone', 'applicant', 'agent'] as const).map((value) => ({
        value,
        text: t(`forms.audience.${value}`),
      }))}
      onChange={(value) => edit(setAudience(form, control.scope, value === 'everyone' ? undefined : value))}
    />
  );
};

/** Parts of the panel that only some fields have. */
const KindParts = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form } = useFormEditing();
  const { widget } = control.options;
  return (
    <>
      {asksChoice(form, control) && (
        <Section title={t('forms.section.choices')} isOpen>
          <CodesPart key={`codes ${control.id}`} control={control} />
          {control.options.codes === undefined && <ChoicesPart key={control.id} control={control} />}
        </Section>
      )}
      {widget === 'table' && (
        <Section title={t('forms.section.rows')} isOpen>
          <RowsPart control={control} />
        </Section>
      )}
      {widget === 'computed' && (
        <Section title={t('forms.section.calculation')} isOpen>
          <CalculationPart control={control} />
        </Section>
      )}
      {widget === 'file' && (
        <Section title={t('forms.section.files')} isOpen>
          <FilesPart control={control} />
        </Section>
      )}
    </>
  );
};

const ControlPanel = ({ control }: { control: ControlElement }) => {
  const t = useTexts();
  const { form, isTaskForm } = useFormEditing();
  const { widget } = control.options;
  const isRow = tableAround(form, control.id) !== undefined;
  const isComputed = widget === 'computed';
  const isAskedAgain = useAskedAgain(control) !== null;
  return (
    <>
      <Section title={t('forms.section.general')} isOpen>
        <GeneralPart control={control} />
      </Section>
      <KindParts control={control} />
      {!isComputed && (
        <Section title={t('forms.section.answer')} isOpen>
          <AnswerPart key={control.id} control={control} />
        </Section>
      )}
      <Section title={t('forms.section.rules')} isOpen={control.rule !== undefined}>
        <RulePart key={control.id} element={control} />
      </Section>
      {!isComputed && (
        <Section title={t('forms.section.requiredWhen')} isOpen={control.options.requiredWhen !== undefined}>
          <RequiredWhenPart key={control.id} control={control} />
        </Section>
      )}
      {!isComputed && (
        <Section title={t('forms.section.messages')}>
          <MessagesPart control={control} />
        </Section>
      )}
      {!isRow && !isTaskForm && !isComputed && widget !== 'file' && (
        <Section title={t('forms.section.prefill')} isOpen={isAskedAgain}>
          <PrefillPart control={control} />
        </Section>
      )}
      {!isRow && (
        <Section title={t('forms.section.people')}>
          <AudiencePart control={control} />
          {widget !== 'file' && <RestrictionFields key={control.id} control={control} />}
        </Section>
      )}
      <Section title={t('forms.section.look')}>
        <LookPart control={control} />
      </Section>
      {isTaskForm && !isRow && (
        <Section title={t('forms.section.process')}>
          <FieldVariable key={control.id} control={control} />
        </Section>
      )}
    </>
  );
};

const TextsPart = ({ i18n, isNotice = false }: { i18n: string; isNotice?: boolean }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const second = isNotice ? `${i18n}.text` : `${i18n}.description`;
  return (
    <>
      <Words
        label={t(isNotice ? 'form.noticeTitle' : 'form.label')}
        texts={textsAt(form, `${i18n}.label`)}
        onChange={(texts) => edit(setTexts(form, `${i18n}.label`, texts), `${i18n}.label`)}
      />
      <Words
        label={t(isNotice ? 'form.noticeText' : 'form.hint')}
        shape="area"
        texts={textsAt(form, second)}
        onChange={(texts) => edit(setTexts(form, second, texts), second)}
      />
    </>
  );
};

const tones = ['info', 'success', 'warning'] as const;

const NoticePart = ({ element }: { element: LabelElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  return (
    <Pick
      label={t('forms.tone')}
      value={element.options?.tone ?? 'info'}
      options={tones.map((value) => ({ value, text: t(`forms.tone.${value}`) }))}
      onChange={(tone) => edit(updateElement<LabelElement>(form, element.id, (one) => ({ ...one, options: { tone } })))}
    />
  );
};

const Parts = ({ element }: { element: Element }) => {
  const t = useTexts();
  if (element.type === 'Control') return <ControlPanel control={element} />;
  return (
    <>
      <Section title={t('forms.section.general')} isOpen>
        {'i18n' in element ? (
          <TextsPart i18n={element.i18n} isNotice={element.type === 'Label'} />
        ) : (
          <p className="plain-field__hint">{t('form.noTexts')}</p>
        )}
        {element.type === 'Label' && <NoticePart element={element} />}
      </Section>
      <Section title={t('forms.section.rules')} isOpen={element.rule !== undefined}>
        <RulePart key={element.id} element={element} />
      </Section>
    </>
  );
};

/** Everything about the element that is chosen; about the form itself while none is. */
export const ElementPanel = () => {
  const { form, selectedId } = useFormEditing();
  const element = selectedId === null ? undefined : findPlace(form, selectedId)?.element;
  return <div className="element-panel">{element === undefined ? <FormPart /> : <Parts element={element} />}</div>;
};
