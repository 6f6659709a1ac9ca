import { job } from '@irisflow/access';
import type { PrefillSources, SourceAnswer } from '@irisflow/casework';
import type { RegisterQuestion, Registers } from '@irisflow/facts';
import { isRightSource } from '@irisflow/procedures';
import { answerQuestion, type ToldRight } from './answer/answer-question.ts';
import type { Surroundings } from './surroundings.ts';

type Values = Readonly<Record<string, unknown>>;

const answerWords = {
  found: { fr: 'Il existe', nl: 'Er is er een', en: 'There is one' },
  none: { fr: 'Il n’y en a pas', nl: 'Er is er geen', en: 'There is none' },
} as const;

const isKnown = (answer: unknown): answer is keyof typeof answerWords => answer === 'found' || answer === 'none';

const sourceAnswerOf = ({ clock }: Pick<Surroundings, 'clock'>, { answer, values, words }: ToldRight): SourceAnswer =>
  answer === 'unknown'
    ? { ok: false, reason: 'NO_DATA' }
    : { ok: true, values: { answer, ...values, words }, at: new Date(clock.now()).toISOString() };

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** In the words of whoever reads them, where the kind of right has words for them. */
const inWords = ({ words, answer, ...values }: Values, language: 'fr' | 'nl' | 'en'): Values => ({
  ...(isKnown(answer) ? { answer: answerWords[answer][language] } : {}),
  ...values,
  ...Object.fromEntries(
    Object.entries((words ?? {}) as Readonly<Record<string, Readonly<Record<string, string>>>>).flatMap(
      ([name, text]) => (text[language] === undefined ? [] : [[name, text[language]]]),
    ),
  ),
});

/** The registers that the platform reaches, and beside them the rights of its own administrations. */
export const registersWithRights = (registers: Registers, surroundings: () => Surroundings): Registers => {
  const ask = async ({ input, ...question }: RegisterQuestion): Promise<SourceAnswer> => {
    const permission = await question.ask(textOf(input['nationalNumber']) ?? '');
    if (!permission.permitted) return { ok: false, reason: 'NO_AUTHORIZATION' };
    const { consultationId } = permission;
    const told = await answerQuestion(surroundings(), job('rightSources'), {
      consultationId,
      onDay: textOf(input['onDay']),
      rightNumber: textOf(input['rightNumber']),
    });
    const answer = sourceAnswerOf(surroundings(), told);
    await question.record(consultationId, answer.ok ? 'found' : answer.reason);
    return answer;
  };
  return {
    canAsk: (key) => isRightSource(key) || registers.canAsk(key),
    ask: (question) => (isRightSource(question.sourceKey) ? ask(question) : registers.ask(question)),
    asFormsKnow: (key, output, language) =>
      isRightSource(key) ? inWords(output, language) : registers.asFormsKnow(key, output, language),
    asWasSaid: registers.asWasSaid,
  };
};

/** The sources that forms are prefilled from, and beside them the rights of the platform's own administrations. */
export const prefillWithRights =
  (prefill: PrefillSources, surroundings: () => Surroundings): PrefillSources =>
  async (key, question) => {
    if (!isRightSource(key)) return prefill(key, question);
    const { consultationId } = question;
    return sourceAnswerOf(
      surroundings(),
      await answerQuestion(surroundings(), job('rightSources'), { consultationId }),
    );
  };
