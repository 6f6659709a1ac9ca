type Unit = 'd' | 'm' | 'y';

/** A limit of a date as one thinks of it: today, so long before or after it, or one day. */
export interface ReadLimit {
  readonly kind: 'none' | 'today' | 'before' | 'after' | 'day';
  readonly amount: number;
  readonly unit: Unit;
  readonly day: string;
}

const shifted = /^today([+-])(\d{1,4})([dmy])$/;

export const readLimit = (limit: string | undefined): ReadLimit => {
  const plain = { amount: 1, unit: 'y', day: '' } as const;
  if (limit === undefined) return { ...plain, kind: 'none' };
  if (limit === 'today') return { ...plain, kind: 'today' };
  const [, sign, amount, unit] = shifted.exec(limit) ?? [];
  if (sign === undefined) return { ...plain, kind: 'day', day: limit };
  return { kind: sign === '-' ? 'before' : 'after', amount: Number(amount), unit: (unit ?? 'y') as Unit, day: '' };
};

export const writeLimit = ({ kind, amount, unit, day }: ReadLimit, today: string): string | undefined => {
  if (kind === 'none') return undefined;
  if (kind === 'today') return 'today';
  if (kind === 'day') return day === '' ? today : day;
  return `today${kind === 'before' ? '-' : '+'}${amount}${unit}`;
};
