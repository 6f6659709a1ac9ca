import { fillText } from '@irisflow/texts';
import type { TextLocale } from '@irisflow/texts';

import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import type { SoundnessFinding, SoundnessStep, StepKind } from './report.ts';
import type { SoundnessCode } from './soundness-codes.ts';

type TextKey = SoundnessCode | `${SoundnessCode}_REPAIR` | `STEP_${Uppercase<StepKind>}`;

/** The texts of every finding, of its repair and of every kind of step, with `{name}` where a parameter goes. */
export const soundnessTexts: Readonly<Record<TextLocale, Readonly<Record<TextKey, string>>>> = { fr, nl, en, de };

/** What people call an element or a flow, by its id. */
export type NameOf = (id: string) => string;

type Told = Pick<SoundnessFinding, 'code' | 'elementIds' | 'params'>;

/** A join that waits for itself is both: who waits, and who is missing. */
const paramsOf = ({ elementIds, params }: Told, nameOf: NameOf, locale: TextLocale) => {
  const [name = '', ...others] = elementIds.map(nameOf);
  const list = (names: readonly string[]): string => new Intl.ListFormat(locale).format(new Set(names));
  return { ...params, name, missing: list(others.length === 0 ? [name] : others), elements: list([name, ...others]) };
};

/** What is wrong, in a language. */
export const soundnessMessage = (finding: Told, nameOf: NameOf, locale: TextLocale): string =>
  fillText(soundnessTexts[locale][finding.code], paramsOf(finding, nameOf, locale));

/** How one usually repairs it, in a language. */
export const repairMessage = (finding: Told, nameOf: NameOf, locale: TextLocale): string =>
  fillText(soundnessTexts[locale][`${finding.code}_REPAIR`], paramsOf(finding, nameOf, locale));

/** What happens in a step, in a language. */
export const stepMessage = (
  { kind, elementId, flowIds }: Pick<SoundnessStep, 'kind' | 'elementId' | 'flowIds'>,
  nameOf: NameOf,
  locale: TextLocale,
): string => {
  const ways = new Intl.ListFormat(locale).format(flowIds.map(nameOf));
  const key = `STEP_${kind.toUpperCase() as Uppercase<StepKind>}` as const;
  return fillText(soundnessTexts[locale][key], { name: nameOf(elementId), ways });
};
