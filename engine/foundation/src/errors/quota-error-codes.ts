import type { ErrorKind } from './content-error-codes.ts';

/** What is refused where places are reserved and taken. */
export const quotaErrorCodes = {
  QUOTA_WITHOUT_CEILING: {
    status: 409,
    title: {
      fr: 'Rien ne dit combien de places il y a ce jour-là',
      nl: 'Niets zegt hoeveel plaatsen er die dag zijn',
      en: 'Nothing says how many places there are on that day',
    },
  },
  PLACE_NOT_RESERVED: {
    status: 409,
    title: {
      fr: 'Cette place n’est pas réservée',
      nl: 'Deze plaats is niet gereserveerd',
      en: 'This place is not reserved',
    },
  },
  RIGHT_NOT_COUNTED: {
    status: 409,
    title: {
      fr: 'Ce droit ne peut pas prendre de place de ce quota',
      nl: 'Dit recht kan geen plaats van dit quotum innemen',
      en: 'This right cannot take a place of this quota',
    },
  },
} as const satisfies Readonly<Record<string, ErrorKind>>;
