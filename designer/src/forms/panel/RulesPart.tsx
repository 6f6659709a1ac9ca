import type { Condition, ControlElement, RuleEffect } from '@irisflow/forms';
import { useState } from 'react';
import { RuleCondition } from '../../conditions/RuleCondition.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import { setOptions } from '../edit/fields.ts';
import { setRule } from '../edit/rules.ts';
import type { Element } from '../edit/tree.ts';
import { useFormEditing } from '../editing.ts';
import { Pick } from './controls.tsx';
import { useConditionNames } from './use-condition-names.ts';

const effects = ['SHOW', 'HIDE', 'ENABLE', 'DISABLE'] as const satisfies readonly RuleEffect[];

/** When an element is shown, or may be changed: one of both, as a form has it. */
export const RulePart = ({ element }: { readonly element: Element }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const names = useConditionNames(element);
  const [wanted, setWanted] = useState<RuleEffect>('SHOW');
  const effect = element.rule?.effect ?? wanted;
  const offered = element.type === 'Category' || element.type === 'Label' ? effects.slice(0, 2) : effects;
  const write = (next: RuleEffect, condition: Condition | null): void =>
    edit(setRule(form, element.id, condition === null ? undefined : { effect: next, condition }), `rule ${element.id}`);
  return (
    <>
      <Pick
        label={t('forms.rule.effect')}
        value={effect}
        options={offered.map((value) => ({ value, text: t(`forms.rule.${value}`) }))}
        onChange={(next) => {
          setWanted(next);
          if (element.rule !== undefined) write(next, element.rule.condition);
        }}
      />
      <RuleCondition
        label={t(`forms.rule.${effect}.when`)}
        value={element.rule?.condition ?? null}
        names={names}
        onChange={(condition) => write(effect, condition)}
      />
    </>
  );
};

/** On which condition an answer must be given. */
export const RequiredWhenPart = ({ control }: { readonly control: ControlElement }) => {
  const t = useTexts();
  const { form, edit } = useFormEditing();
  const names = useConditionNames(control);
  return (
    <RuleCondition
      label={t('forms.requiredWhen')}
      value={control.options.requiredWhen ?? null}
      names={names}
      onChange={(condition) =>
        edit(setOptions(form, control.id, { requiredWhen: condition ?? undefined }), `requiredWhen ${control.id}`)
      }
    />
  );
};
