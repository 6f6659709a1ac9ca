import { account, openBank, type Transfer } from '../journeys/kit/bank.ts';

/** What a file asks the bank for: one payment each, under the name that the platform gave it. */
interface Asked {
  readonly endToEndId: string;
  readonly cents: bigint;
}

/** The bank of the administration: statements of what came in, and payments by files, each of which it carries out once. */
export interface Bank {
  order(transfer: Transfer): void;
  /** The statement of everything that came in since the last one; null where nothing did. */
  nextStatement(): { readonly name: string; readonly content: string } | null;
  /** Answers whether it had a file of that name already. */
  takeFile(content: string): { readonly messageId: string; readonly isRepeated: boolean };
  /** What the account stands at, as far as statements and files say. */
  balance(): bigint;
  files(): number;
  repeats(): number;
  executed(): readonly string[];
}

const one = (text: string, tag: string): string => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] ?? '';

const askedBy = (content: string): Asked[] =>
  [...content.matchAll(/<CdtTrfTxInf>.*?<\/CdtTrfTxInf>/gs)].map(([text]) => ({
    endToEndId: one(text, 'EndToEndId'),
    cents: BigInt((/<InstdAmt[^>]*>([\d.]+)</.exec(text)?.[1] ?? '0').replace('.', '')),
  }));

export const openOneBank = (day: () => string): Bank => {
  const write = openBank(day);
  const files = new Map<string, string>();
  const executed: string[] = [];
  let waiting: Transfer[] = [];
  let balance = 0n;
  let statements = 0;
  let repeats = 0;
  return {
    order: (transfer) => void waiting.push(transfer),
    nextStatement: () => {
      if (waiting.length === 0) return null;
      const movements = waiting;
      waiting = [];
      statements += 1;
      balance += movements.reduce((sum, { cents }) => sum + cents, 0n);
      return { name: `${account}-${statements}.cod`, content: write(movements) };
    },
    takeFile: (content) => {
      const messageId = one(content, 'MsgId');
      const known = files.get(messageId);
      if (known !== undefined) {
        if (known !== content) throw new Error(`Expected file ${messageId} as it was before, but it is another one`);
        repeats += 1;
        return { messageId, isRepeated: true };
      }
      files.set(messageId, content);
      for (const { endToEndId, cents } of askedBy(content)) {
        executed.push(endToEndId);
        balance -= cents;
      }
      return { messageId, isRepeated: false };
    },
    balance: () => balance,
    files: () => files.size,
    repeats: () => repeats,
    executed: () => executed,
  };
};
