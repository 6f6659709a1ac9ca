const KEPT = 500;

export type CaughtAttachment = { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array };

export type CaughtMail = {
  /** Number in this mailbox, from 1. */
  readonly id: number;
  readonly messageId: string;
  readonly from: string;
  /** Where answers go, as the header says it; empty where it says nothing. */
  readonly replyTo: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly receivedAt: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly CaughtAttachment[];
};

/** The latest 500 mails. A mail that arrives twice with one Message-ID is kept twice: a reader must be able to see it. */
export type Mailbox = {
  readonly add: (mail: Omit<CaughtMail, 'id'>) => void;
  /** Newest first; only those to `address`, when given. */
  readonly list: (address?: string) => readonly CaughtMail[];
  readonly find: (id: number) => CaughtMail | undefined;
  readonly clear: () => void;
};

export const createMailbox = (): Mailbox => {
  let mails: readonly CaughtMail[] = [];
  let lastId = 0;
  return {
    add: (mail) => {
      lastId += 1;
      mails = [{ id: lastId, ...mail }, ...mails].slice(0, KEPT);
    },
    list: (address) =>
      address === undefined ? mails : mails.filter(({ to }) => to.includes(address.trim().toLowerCase())),
    find: (id) => mails.find((mail) => mail.id === id),
    clear: () => {
      mails = [];
    },
  };
};
