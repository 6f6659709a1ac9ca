import type { Offer } from './offers.ts';
import type { Outside } from './outside.ts';
import type { Told } from './proofs.ts';

/** How often something came, and how many there were. */
export interface Repeats {
  readonly what: string;
  readonly offered: number;
  readonly different: number;
}

const byKey = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

/** What is offered again is the same, under the same key. */
const changedOffers = (what: string, offers: readonly Offer[]): string[] =>
  [...byKey(offers, ({ key }) => key)]
    .filter(([, same]) => new Set(same.map(({ hash }) => hash)).size > 1)
    .map(([key]) => `Expected ${what} ${key} to be offered as it was before, but it was another one`);

interface Letter {
  readonly reference: string;
  readonly number: string;
}

/** Each registered letter is with the carrier once, under the barcode that its case shows. */
const strayLetters = async ({ sandboxUrl }: Outside, told: readonly Told[]): Promise<string[]> => {
  const letters = (await (await fetch(`${sandboxUrl}/_letters`)).json()) as Letter[];
  const notices = told.flatMap(({ seen }) => seen.notices);
  const wrong = notices.flatMap(({ id, number }) => {
    const carried = letters.filter(({ reference }) => reference.startsWith(id));
    const isRight = carried.length === 1 && carried[0]?.number === number;
    return isRight
      ? []
      : [`Expected letter ${id} with the carrier once as ${number}, but it is there ${carried.length} times`];
  });
  const strangers = letters.length - notices.length;
  return strangers === 0
    ? wrong
    : [...wrong, `Expected ${notices.length} letters with the carrier, but found ${letters.length}`];
};

interface Mail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

const mailsOf = async ({ mailUrl }: Outside): Promise<Mail[]> =>
  (await (await fetch(`${mailUrl}/api/messages`)).json()) as Mail[];

/** A mail that came twice says so by its Message-ID, two mails never share one, and each letter by mail was told of by one, or goes by post because days went by first. */
const confusedMails = (mails: readonly Mail[], told: readonly Told[]): string[] => {
  const sayingOf = ({ to, subject, text }: Mail) => JSON.stringify([to, subject, text]);
  const shared = [...byKey(mails, ({ messageId }) => messageId)]
    .filter(([, same]) => new Set(same.map(sayingOf)).size > 1)
    .map(([id]) => `Expected one mail to be ${id}, but several are`);
  const uncounted = told.flatMap(({ matter, seen: { reference, letters } }) => {
    const about = mails.filter(({ subject }) => subject.includes(reference));
    const found = new Set(about.map(({ messageId }) => messageId)).size;
    const byMail = letters.filter(({ channels }) => channels.includes('email'));
    const wanted = byMail.filter(({ channels }) => !channels.includes('post')).length;
    // A server that was killed between the mail and the note of it may post a letter that was told of as well.
    return wanted <= found && found <= byMail.length
      ? []
      : [`Expected ${wanted} mails about case ${matter.number}, but found ${found}`];
  });
  return [...shared, ...uncounted];
};

/** What is wrong as those outside see it: each has everything once, however often it was offered. */
export const lookForRepeats = async (
  outside: Outside,
  told: readonly Told[],
): Promise<{ readonly wrong: readonly string[]; readonly repeats: readonly Repeats[] }> => {
  const mails = await mailsOf(outside);
  const { letters, payments, bank } = outside;
  const executed = bank.executed();
  const twice = executed.length - new Set(executed).size;
  return {
    wrong: [
      ...changedOffers('letter', letters.offers()),
      ...changedOffers('payment', payments.offers()),
      ...(await strayLetters(outside, told)),
      ...confusedMails(mails, told),
      ...(twice === 0 ? [] : [`Expected each payment to be carried out once, but ${twice} were twice`]),
    ],
    repeats: [
      ...[letters, payments].map((one) => ({
        what: one.what,
        offered: one.offers().length,
        different: byKey(one.offers(), ({ key }) => key).size,
      })),
      { what: 'files for the bank', offered: bank.files() + bank.repeats(), different: bank.files() },
      { what: 'mails', offered: mails.length, different: byKey(mails, ({ messageId }) => messageId).size },
    ],
  };
};
