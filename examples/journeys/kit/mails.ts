import type { Installation } from './irisflow-process.ts';

export interface CaughtMail {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** What the mail catcher has for an address. */
export const mailsTo = async ({ mailUrl }: Installation, to: string): Promise<readonly CaughtMail[]> => {
  const answer = await fetch(`${mailUrl}/api/messages?to=${encodeURIComponent(to)}`);
  return (await answer.json()) as readonly CaughtMail[];
};
