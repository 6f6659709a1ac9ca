import { languageRegion } from '@irisflow/identifiers';

/**
 * The language in which a company has to be written to: that of the region of its seat. Null where two languages stand
 * beside each other, where neither is French or Dutch, and where nobody knows the seat: then they choose.
 */
export const languageOfSeat = (seatCommune: string | null): 'fr' | 'nl' | null => {
  const region = seatCommune === null ? null : languageRegion(seatCommune);
  return region === 'fr' || region === 'nl' ? region : null;
};
