import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import nl from './messages/nl.json' with { type: 'json' };
import type { SoundnessFinding, SoundnessStep, StepKind } from './report.ts';
import type { SoundnessCode } from './soundness-codes.ts';

export type SoundnessLocale = 'fr' | 'nl' | 'en' | 'de';

type TextKey = SoundnessCode | `${SoundnessCode}_REPAIR` | `STEP_${Uppercase<StepKind>}`;

/** The texts of every finding, of its repair and of every kind of step, with `{name}` where a parameter goes. */
export const soundnessTexts: Readonly<Record<SoundnessLocale, Readonly<Record<TextKey, string>>>> = { fr, nl, en, de };

const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(params, name) ? (params[name] ?? hole) : hole));

/** What is wrong, in a language. */
export const soundnessMessage = (
  { code, params }: Pick<SoundnessFinding, 'code' | 'params'>,
  locale: SoundnessLocale,
): string => fill(soundnessTexts[locale][code], params);

/** How one usually repairs it, in a language. */
export const repairMessage = (
  { code, params }: Pick<SoundnessFinding, 'code' | 'params'>,
  locale: SoundnessLocale,
): string => fill(soundnessTexts[locale][`${code}_REPAIR`], params);

/** What happens in a step, in a language; `nameOf` says what people call an element or a flow. */
export const stepMessage = (
  { kind, elementId, flowIds }: Pick<SoundnessStep, 'kind' | 'elementId' | 'flowIds'>,
  nameOf: (id: string) => string,
  locale: SoundnessLocale,
): string => {
  const ways = new Intl.ListFormat(locale).format(flowIds.map(nameOf));
  const key = `STEP_${kind.toUpperCase() as Uppercase<StepKind>}` as const;
  return fill(soundnessTexts[locale][key], { name: nameOf(elementId), ways });
};
