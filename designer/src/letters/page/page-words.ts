import { feelMessage, FeelSyntaxError, parseFeel } from '@irisflow/feel';
import { unknownNames, withItemOf, type Knowledge, type ValueType } from '@irisflow/names';
import type { Locale, Translator } from '@irisflow/ui';
import { namesInWords, type NameChoice } from '../../conditions/choices-of-names.ts';
import { saidCondition } from '../../conditions/say-condition.ts';
import { valueOnSample } from '../../feel/value-on-sample.ts';
import type { Sample } from '../../names/use-sample.ts';
import type { TextKey } from '../../texts/use-texts.ts';
import { fits, sampleText, type FieldFormat } from './field-formats.ts';

/** What a part of the page says about itself. */
export interface Said {
  readonly text: string;
  /** What is wrong with it, as a sentence; null where nothing is. */
  readonly problem: string | null;
}

export interface SaidField extends Said {
  /** What it says on the sample; empty where that gives nothing. */
  readonly sample: string;
}

export interface FieldAttributes {
  readonly path: string;
  readonly format: FieldFormat | null;
}

/** Names of what may be chosen at a place, and values to try it on. */
export interface PlaceNames {
  readonly knowledge: Knowledge;
  readonly names: readonly NameChoice[];
  readonly sample: Sample;
}

/** Every word that a page says of its own accord, in the language of its reader. */
export interface PageWords {
  /** `each` is the list whose entries repeat the place; null outside of any. */
  readonly field: (field: FieldAttributes, each: string | null) => SaidField;
  readonly condition: (when: string) => Said;
  readonly list: (list: string) => Said;
  readonly at: (each: string | null) => PlaceNames;
  readonly t: Translator<TextKey>;
}

export interface PageWordsParts {
  readonly t: Translator<TextKey>;
  /** The language of the letter, in which samples are written. */
  readonly language: Locale;
  readonly knowledge: Knowledge;
  readonly sample: Sample;
  /** What the platform found, by the expression that it is about. */
  readonly found: ReadonlyMap<string, string>;
}

/** FEEL may have the sign that it has elsewhere in front of it. */
export const feelOf = (source: string): string => source.replace(/^\s*=/, '').trim();

/** What the procedure itself gives stands alone; what the platform says of the case says of whom. */
export const labelOf = ({ name, label, group }: NameChoice): string =>
  /^(?:values|variables|item)\b/.test(name) || label === group ? label : `${group} · ${label}`;

/** A name that no file describes, without the root that most names of letters have. */
const plainName = (feel: string): string => feel.replace(/^(?:values|variables)\.(?=\w[\w.]*$)/, '');

const syntaxProblem = (feel: string, locale: Locale): string | null => {
  try {
    parseFeel(feel, 'expression');
    return null;
  } catch (thrown) {
    if (thrown instanceof FeelSyntaxError) return feelMessage(thrown, locale);
    throw thrown;
  }
};

const readsItem = /(?<![\w.])item\b/;

const problemOf = (
  { t, found }: PageWordsParts,
  source: string,
  { place, isRepeated }: { place: PlaceNames; isRepeated: boolean },
): string | null => {
  const feel = feelOf(source);
  if (feel === '') return t('letter.problem.nothing');
  const known = found.get(feel);
  if (known !== undefined) return known;
  if (readsItem.test(feel) && !isRepeated) return t('letter.problem.item');
  const [unknown] = unknownNames(feel, place.knowledge).filter(({ isSure }) => isSure);
  if (unknown !== undefined) return t('condition.unknownName', { name: unknown.path.join('.') });
  return syntaxProblem(feel, t.locale);
};

const unfit = (type: ValueType | undefined, format: FieldFormat, { t }: PageWordsParts): string | null =>
  type === undefined || fits(type, format)
    ? null
    : t('letter.problem.format', { format: t(`letter.format.${format}`).toLowerCase() });

const placeIn = ({ knowledge, sample, t }: PageWordsParts, each: string | null): PlaceNames => {
  if (each === null) {
    const names = namesInWords(knowledge, t.locale).filter(({ name }) => !readsItem.test(name));
    return { knowledge, names, sample };
  }
  const inside = withItemOf(knowledge, feelOf(each));
  const list = valueOnSample(feelOf(each), sample);
  const item: unknown = Array.isArray(list) ? list[0] : undefined;
  return { knowledge: inside, names: namesInWords(inside, t.locale), sample: { ...sample, item } };
};

/** The words of a page; what is asked of often is found once. */
export const createPageWords = (parts: PageWordsParts): PageWords => {
  const { t, language } = parts;
  const places = new Map<string | null, PlaceNames>();
  const at = (each: string | null): PlaceNames => {
    const known = places.get(each) ?? placeIn(parts, each);
    places.set(each, known);
    return known;
  };
  const expression = (source: string, each: string | null): Said & { readonly choice: NameChoice | undefined } => {
    const place = at(each);
    const feel = feelOf(source);
    const choice = place.names.find(({ name }) => name === feel);
    const problem = problemOf(parts, source, { place, isRepeated: each !== null });
    return { text: choice === undefined ? plainName(feel) : labelOf(choice), problem, choice };
  };
  return {
    t,
    at,
    field: ({ path, format }, each) => {
      const { text, problem, choice } = expression(path, each);
      const written = format ?? 'text';
      return {
        text: text === '' ? t('letter.chip.empty') : text,
        problem: problem ?? unfit(choice?.type, written, parts),
        sample: sampleText(valueOnSample(feelOf(path), at(each).sample), written, language),
      };
    },
    condition: (when) => {
      const feel = feelOf(when);
      const text = saidCondition(feel, { names: at(null).names, t, sayName: plainName }) ?? feel;
      return {
        text: text === '' ? t('condition.empty') : text,
        problem: problemOf(parts, when, { place: at(null), isRepeated: false }),
      };
    },
    list: (list) => {
      const { text, problem } = expression(list, null);
      return { text, problem };
    },
  };
};

/** The words in force, for parts of the page that are no components: they write themselves anew when the words change. */
export class WordsInForce {
  #words: PageWords;
  #showsSample = false;
  readonly #listeners = new Set<() => void>();

  constructor(words: PageWords) {
    this.#words = words;
  }

  get words(): PageWords {
    return this.#words;
  }

  get showsSample(): boolean {
    return this.#showsSample;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(words: PageWords, showsSample: boolean): void {
    if (words === this.#words && showsSample === this.#showsSample) return;
    this.#words = words;
    this.#showsSample = showsSample;
    for (const listener of this.#listeners) listener();
  }
}
