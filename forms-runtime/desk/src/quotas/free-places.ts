import type { QuotaSummary } from '@irisflow/client';

type Counted = Pick<QuotaSummary, 'ceiling' | 'reserved' | 'held'>;

/** How many places are free; below nothing where more are taken than there may be, null where nothing says how many there are. */
export const freePlaces = ({ ceiling, reserved, held }: Counted): number | null =>
  ceiling === null ? null : ceiling - reserved - held;
